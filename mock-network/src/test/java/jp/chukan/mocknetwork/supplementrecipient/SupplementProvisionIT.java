package jp.chukan.mocknetwork.supplementrecipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.LoadNeighbours;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.supplement.ExchangeFolder;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision.RequestFile;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.testing.KnownResidents;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("他の執行機関への附票本人確認情報の提供")
class SupplementProvisionIT {
  private static final RunningCountry COUNTRY = RunningCountry.get();
  private static final String MIYAGI = "04";
  private static final SupplementConditions SOMEBODY =
      SupplementConditions.of(new ResidentRecordCode("04202000007"));

  @BeforeAll
  static void everybodyIsThere() {
    KnownResidents.load(COUNTRY);
    COUNTRY
        .bean(ResidentRegisters.class)
        .municipalities()
        .forEach(COUNTRY.bean(LoadNeighbours.class)::loadSupplements);
  }

  @Test // JN-11 JN-12 JN-28
  @DisplayName("一人ずつでもファイルでも提供され、個人番号は認められた事務にだけ添えられる")
  void theExecutiveBodyIsProvidedAndRefusedAsTheAffairSays() {
    assertThat(
            COUNTRY
                .bean(SupplementProvisionScene.class)
                .play(Instant.parse("2026-04-02T01:00:00Z")))
        .extracting(refusal -> refusal.fault())
        .containsExactly(
            Fault.FORBIDDEN_AFFAIR,
            Fault.FORBIDDEN_AFFAIR,
            Fault.UNKNOWN,
            Fault.TOO_FEW_CONDITIONS,
            Fault.FORBIDDEN_AFFAIR);
  }

  @Test // JN-02 JN-40
  @DisplayName("照会要求ファイルと照会結果ファイルは両端だけが読め、渡った後は残らない")
  void filesAreForTheTwoEndsAndGoneAfterwards() throws IOException {
    Path folder = settings().secretFile("supplement-exchange-04");
    String name = folder().put(RequestFile.class, new RequestFile(List.of(SOMEBODY)));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.ISO_8859_1))
        .doesNotContain("04202000007", "recordCode");

    SupplementBulkProvision.Reply reply = send(name);
    assertThat(reply.provided()).isEqualTo(1);
    assertThat(folder.resolve(name)).doesNotExist();
    assertThat(
            folder()
                .take(reply.fileName(), SupplementBulkProvision.ResultFile.class)
                .orElseThrow()
                .lines())
        .hasSize(1);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .doesNotContain(name, reply.fileName());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../supplement-exchange-04-key", "00000000-0000-0000-0000-000000000000"})
  void aFileThatIsNoneOfTheFolderIsUnknown(String name) {
    assertRefused(Fault.UNKNOWN, () -> send(name));
    assertThat(settings().secretFile("supplement-exchange-04-key")).exists();
  }

  @Test
  @DisplayName("両端以外が置いたファイルは読まれない")
  void aFileThatAnotherWroteIsNotRead() throws IOException {
    folder().take(folder().put(RequestFile.class, new RequestFile(List.of())), RequestFile.class);
    String name = "00000000-0000-0000-0000-00000000000a";
    Files.write(
        settings().secretFile("supplement-exchange-04").resolve(name),
        "{\"lines\":[]}".getBytes(StandardCharsets.UTF_8));

    assertRefused(Fault.UNKNOWN, () -> send(name));
  }

  private static SupplementBulkProvision.Reply send(String fileName) {
    return COUNTRY
        .bean(Systems.class)
        .send(
            new CountrySystem(SystemKind.EXECUTIVE_BODY, MIYAGI),
            new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, MIYAGI),
            SupplementBulkProvision.MESSAGE,
            new SupplementBulkProvision(new Purpose("OPER0201", "K03"), fileName, false),
            SupplementBulkProvision.Reply.class);
  }

  private static ExchangeFolder folder() {
    return new ExchangeFolder(settings(), new SecureRandom(), MIYAGI);
  }

  private static MockNetworkSettings settings() {
    return COUNTRY.bean(MockNetworkSettings.class);
  }

  private static void assertRefused(Fault fault, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
