package jp.chukan.gateway.operation;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.access.RegisteredClients;
import jp.chukan.gateway.access.SeenCertificates;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.crypto.RevocationLists;
import jp.chukan.gateway.crypto.revocation.TestRevocations;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("証明書と失効リストの確認")
@ExtendWith(OutputCaptureExtension.class)
class CheckCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  @TempDir Path folder;

  private final TestClock clock = new TestClock(NOW);
  private final TestAuthority authority = TestAuthority.at(NOW);
  private final X509Certificate signing = issued(60);
  private FollowedProgress progress = new FollowedProgress();

  @Test // MS-79
  @DisplayName("7日以内に切れる証明書は失敗として示され、新しい証明書があれば示されない")
  void whatEndsWithinAWeekIsAFault() {
    assertThat(check(List.of(), signing)).isEmpty();
    assertThat(progress.done()).isEqualTo(1);
    clock.advance(Duration.ofDays(52));
    assertThat(check(List.of(), signing)).isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(check(List.of(), signing)).containsExactly(ErrorCode.SCM_CERTIFICATE_ENDING);
    assertThat(check(List.of(), signing, issued(90))).as("a newer is there").isEmpty();
    clock.advance(Duration.ofDays(30));
    assertThat(check(List.of(), signing)).containsExactly(ErrorCode.SCM_CERTIFICATE_ENDING);
  }

  @Test // MS-79, MS-42
  @DisplayName("期限の60、30、14、7、1日前と期限切れに、証明書ごとに一度ずつ知らせる")
  void eachThresholdIsToldOfOnce(CapturedOutput output) {
    CheckCertificates job = job(List.of(), issued(61));
    for (int day = 61; day >= -1; day--) {
      job.check(progress);
      job.check(progress);
      clock.advance(Duration.ofDays(1));
    }
    assertThat(
            output
                .toString()
                .lines()
                .filter(line -> line.contains("for SIGNING is "))
                .map(line -> line.replaceAll(".* for SIGNING is ([A-Z0-9_]+):.*", "$1")))
        .containsExactly("WITHIN_60", "WITHIN_30", "WITHIN_14", "WITHIN_7", "WITHIN_1", "EXPIRED");
  }

  @Test // MS-79
  @DisplayName("失効した証明書が使われていれば、失敗として示される")
  void whatIsRevokedAndInUseIsAFault() throws IOException {
    String other = file("other.crl", authority.revocationList(TOMORROW, issued(60)));
    assertThat(check(List.of(other), signing)).isEmpty();
    assertThat(progress.done()).isEqualTo(2);
    String own = file("own.crl", authority.revocationList(TOMORROW, issued(60), signing));
    assertThat(check(List.of(other, own), signing))
        .containsExactly(ErrorCode.SCM_CERTIFICATE_REVOKED);
  }

  @Test
  @DisplayName("別人の署名した失効リスト、読めないもの、ないものは使えない")
  void aListThatNobodyTrustedHasSignedIsNone() throws IOException {
    TestAuthority impostor = TestAuthority.impostorAt(NOW);
    for (String file :
        List.of(
            file("impostor.crl", impostor.revocationList(TOMORROW, signing)),
            file("broken.crl", new byte[] {1, 2, 3}),
            file("empty.crl", new byte[0]),
            folder.resolve("none.crl").toString())) {
      assertThat(check(List.of(file), signing))
          .as(file)
          .containsExactly(ErrorCode.SCM_REVOCATION_LIST);
    }
  }

  @Test
  @DisplayName("次回更新日時を過ぎた失効リストは古い")
  void aListWhoseSuccessorIsDueIsOld() throws IOException {
    String list = file("list.crl", authority.revocationList(TOMORROW));
    clock.advance(Duration.ofDays(1).minusSeconds(1));
    assertThat(check(List.of(list), signing)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(check(List.of(list), signing)).containsExactly(ErrorCode.SCM_REVOCATION_LIST_OLD);
  }

  private List<ErrorCode> check(List<String> lists, X509Certificate... certificates) {
    progress = new FollowedProgress();
    job(lists, certificates).check(progress);
    return progress.faults();
  }

  private CheckCertificates job(List<String> lists, X509Certificate... certificates) {
    return new CheckCertificates(
        new InstalledCertificates(
            List.of(),
            Map.of(
                ISHINOMAKI,
                List.of(certificates).stream()
                    .map(one -> CertificateFacts.of(CertificateUse.SIGNING, one))
                    .toList())),
        new SeenCertificates(new RegisteredClients(List.of())),
        new RevocationLists(lists, authority.trustAnchors()),
        TestRevocations.none(clock),
        new ServedInstitutions(
            List.of(
                new Institution(
                    ISHINOMAKI,
                    "架空市",
                    new SystemIdentifier("T000000001"),
                    URI.create("https://localhost/hub")))),
        clock);
  }

  private X509Certificate issued(int days) {
    return authority
        .leaf()
        .institution(ISHINOMAKI)
        .validity(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(days)))
        .issue()
        .certificate();
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }
}
