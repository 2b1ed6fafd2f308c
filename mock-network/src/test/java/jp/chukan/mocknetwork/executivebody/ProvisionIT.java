package jp.chukan.mocknetwork.executivebody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByBasicInformation;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByNumber;
import jp.chukan.mocknetwork.identityprovision.PersonCondition.ByRecordCode;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecord;
import jp.chukan.mocknetwork.identityprovision.ProvisionRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.prefecturalserver.AnswerRequestFiles;
import jp.chukan.mocknetwork.prefecturalserver.ResultFile;
import jp.chukan.mocknetwork.prefecturalserver.SharedFolder;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("他の執行機関への提供")
class ProvisionIT {
  private static final String PREFECTURE = "08";
  private static final String WITH_NUMBER = "KI001";
  private static final String WITHOUT_NUMBER = "KA001";

  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork("08220");
  private final AskPrefecture ask = country.bean(AskPrefecture.class);
  private final ProvisionRecords records = country.bean(ProvisionRecords.class);

  private List<ProvidedIdentity> ask(String affair, PersonCondition condition) {
    return ask.ask(PREFECTURE, affair, RegisterNetwork.OCCASION, condition).persons();
  }

  @Test // G:51, JN-13
  @DisplayName("許された事務には住民票コードか4情報で提供し、個人番号は使える事務にだけ渡す")
  void aPermittedAffairIsProvidedAndItsNumberOnlyWhereItMay() {
    IdentityInformation one = network.newcomer();

    assertThat(ask(WITH_NUMBER, new ByRecordCode(one.recordCode())))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.person()).isEqualTo(one.person());
              assertThat(found.individualNumber()).contains(one.individualNumber());
            });
    assertThat(ask(WITHOUT_NUMBER, ByBasicInformation.of(one.person())))
        .singleElement()
        .satisfies(found -> assertThat(found.individualNumber()).isEmpty());
  }

  @Test // JN-10 JN-12 JN-36
  @DisplayName("許されない事務、個人番号での要求、条件の足りない要求は断り、記録する")
  void whatTheLawDoesNotNameIsRefusedAndRecorded() {
    IdentityInformation one = network.newcomer();
    int before = records.after(network.prefecture(), 0).size();

    assertFault(() -> ask("KI999", new ByRecordCode(one.recordCode())), Fault.FORBIDDEN_SENDER);
    assertFault(() -> ask(WITH_NUMBER, new ByNumber(one.individualNumber())), Fault.MALFORMED);
    assertFault(
        () ->
            ask(
                WITH_NUMBER,
                new ByBasicInformation(
                    Optional.of(one.person().name()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("1"))),
        Fault.TOO_FEW_CONDITIONS);

    assertThat(records.after(network.prefecture(), 0).stream().skip(before))
        .extracting(ProvisionRecord::fault)
        .containsExactly(
            Optional.of(Fault.FORBIDDEN_SENDER),
            Optional.of(Fault.MALFORMED),
            Optional.of(Fault.TOO_FEW_CONDITIONS));
  }

  @Test // JN-11 JN-36
  @DisplayName("提供の記録に日時、操作者、提供先、事務と根拠法令が残る")
  void aProvisionIsRecordedWithItsAffairAndLaw() {
    IdentityInformation one = network.newcomer();
    ask(WITH_NUMBER, new ByRecordCode(one.recordCode()));

    ProvisionRecord record = records.about(network.prefecture(), one.recordCode()).getLast();
    assertThat(record.kind()).isEqualTo(ProvisionKind.PROVISION);
    assertThat(record.requester()).isEqualTo("executive-body-08");
    assertThat(record.occasion().operator()).isEqualTo(RegisterNetwork.OCCASION.operator());
    assertThat(record.occasion().purpose()).contains(WITH_NUMBER, "第30条の15");
  }

  @Test // G:152, JN-40
  @DisplayName("照会要求ファイルは行ごとに答え、処理すると消え、結果は一度だけ取り出せる")
  void eachLineOfAFileIsAnsweredOrRefused() throws IOException {
    IdentityInformation one = network.newcomer();
    IdentityInformation nobody = RegisterPeople.arrival("08220");
    String name =
        ask.askByFile(
            PREFECTURE,
            WITH_NUMBER,
            RegisterNetwork.OCCASION,
            List.of(
                new ByRecordCode(one.recordCode()),
                new ByNumber(one.individualNumber()),
                new ByRecordCode(nobody.recordCode())));
    Path folder = country.bean(SharedFolder.class).folder(PREFECTURE);
    Path request = folder.resolve(name + ".request");
    assertThat(Files.readAllBytes(request))
        .asString(StandardCharsets.ISO_8859_1)
        .doesNotContain(one.recordCode().value(), "kind", "RECORD_CODE");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(request)))
        .isEqualTo("rw-------");
    assertThat(ask.takeResult(PREFECTURE, name)).isEmpty();

    assertThat(country.bean(AnswerRequestFiles.class).answer(PREFECTURE)).isEqualTo(1);

    assertThat(request).doesNotExist();
    ResultFile result = ask.takeResult(PREFECTURE, name).orElseThrow();
    assertThat(result.lines()).extracting(line -> line.persons().size()).containsExactly(1, 0, 0);
    assertThat(result.lines())
        .extracting(ResultFile.Line::fault)
        .containsExactly(Optional.empty(), Optional.of(Fault.MALFORMED), Optional.empty());
    assertThat(ask.takeResult(PREFECTURE, name)).isEmpty();
    assertThat(records.about(network.prefecture(), one.recordCode()).getLast().kind())
        .isEqualTo(ProvisionKind.BULK_PROVISION);
  }

  @Test
  @DisplayName("相手の鍵で封じられていないファイルは答えずに消す")
  void aFileOfNobodyIsErasedWithoutAnAnswer() throws IOException {
    SharedFolder shared = country.bean(SharedFolder.class);
    Path forged = shared.folder(PREFECTURE).resolve("forged.request");
    Files.write(forged, new byte[64]);

    assertThat(country.bean(AnswerRequestFiles.class).answer(PREFECTURE)).isZero();

    assertThat(forged).doesNotExist();
    assertThat(ask.takeResult(PREFECTURE, "forged")).isEmpty();
  }

  @Test // JN-28, G:450, G:757
  @DisplayName("附票都道府県サーバは住民票コードで個人番号を一件だけ引き、それも記録される")
  void theSupplementTakesOneNumberForOneAnswer() {
    IdentityInformation one = network.newcomer();
    IdentityInformation nobody = RegisterPeople.arrival("08220");

    assertThat(numberOf(one).individualNumber()).isEqualTo(one.individualNumber());
    assertFault(() -> numberOf(nobody), Fault.UNKNOWN);

    assertThat(records.about(network.prefecture(), one.recordCode()).getLast().kind())
        .isEqualTo(ProvisionKind.NUMBER);
    assertThat(records.about(network.prefecture(), nobody.recordCode()).getLast().fault())
        .contains(Fault.UNKNOWN);
  }

  private IndividualNumberQuery.Reply numberOf(IdentityInformation one) {
    return country
        .bean(Systems.class)
        .send(
            new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, PREFECTURE),
            network.prefecture(),
            IndividualNumberQuery.MESSAGE,
            new IndividualNumberQuery(one.recordCode()),
            IndividualNumberQuery.Reply.class);
  }

  private static void assertFault(Runnable call, Fault fault) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
