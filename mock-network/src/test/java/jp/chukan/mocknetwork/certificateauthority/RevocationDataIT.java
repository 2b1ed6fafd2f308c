package jp.chukan.mocknetwork.certificateauthority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.StatusQuestion;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.crypto.VerifiedStatus;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.testing.RunningCountry;
import jp.chukan.mocknetwork.testing.TestKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("認証局の失効情報と信頼リスト")
class RevocationDataIT {
  private static final String NAME = "network-client";

  private final RunningCountry country = RunningCountry.get();
  private final X509Certificate authority = certificate("authority");
  private final BigInteger serial = certificate(NAME).getSerialNumber();
  private final StatusQuestion question = StatusQuestion.about(serial, authority);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void undo() {
    country.post("revocations", "{\"certificate\":\"%s\",\"revoked\":false}".formatted(NAME));
    country.post("revocation-faults", "{}");
  }

  @Test // JN-01
  @DisplayName("名前で失効させた証明書が、再起動後も失効リストとOCSPの両方に現れる")
  void aCertificateThatIsRevokedByNameIsOnTheListAndInTheAnswers()
      throws IOException, InterruptedException {
    assertThat(list().revokedSince(serial)).isEmpty();
    assertThat(status().revokedSince()).isEmpty();

    assertThat(
            country
                .post("revocations", "{\"certificate\":\"%s\"}".formatted(NAME))
                .path("revoked")
                .toString())
        .contains(NAME);
    assertThat(list().revokedSince(serial)).isPresent();
    assertThat(status().revokedSince()).isPresent();
    assertThat(status().responder()).contains(certificate("ocsp-responder").getSerialNumber());
    country.restart();
    assertThat(list().revokedSince(serial)).isPresent();

    assertThat(
            country.post("revocations", "{\"certificate\":\"../password\"}").path("error").asText())
        .isNotEmpty();
  }

  @ParameterizedTest // JN-27
  @EnumSource(names = {"WRONG_SIGNER", "FORGED_SIGNATURE", "GARBAGE"})
  void faultyDataAreBelievedByNobody(RevocationFault fault) {
    spoil(fault);
    assertThatThrownBy(this::list).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(this::status).isInstanceOf(InvalidInputException.class);
  }

  @Test // JN-01
  void staleDataAreOverAndUnreachableOnesAreNotThere() throws IOException, InterruptedException {
    spoil(RevocationFault.STALE);
    assertThat(list().nextAt()).isBefore(now());
    assertThat(status().nextAt()).isBefore(now());
    spoil(RevocationFault.UNREACHABLE);
    assertThat(fetch().statusCode()).isEqualTo(503);
  }

  @Test // MS-42
  @DisplayName("信頼リストはネットワークが署名し、版は上がり、プラットフォームだけが取得できる")
  void theTrustListIsSignedByTheNetwork() {
    TrustList first = trustList();
    assertThat(first.version()).isPositive();
    assertThat(first.profiles()).contains("C1");
    assertThat(trustList().version()).as("the same until it is due").isEqualTo(first.version());
    country.post("trust-lists", "{\"profiles\":[\"C1\",\"X9\"]}");
    TrustList second = trustList();
    assertThat(second.version()).isEqualTo(first.version() + 1);
    assertThat(second.profiles()).containsExactly("C1", "X9");
    country.post("trust-lists", "{\"fault\":\"OTHER_SIGNER\"}");
    assertThatThrownBy(this::trustList).isInstanceOf(InvalidInputException.class);
    country.post("trust-lists", "{}");
    trustList();
    assertThat(
            country
                .send(
                    "stranger-client",
                    HttpRequest.newBuilder(country.https("/interface/trust-lists/current")).build())
                .statusCode())
        .isEqualTo(403);
  }

  private TrustList trustList() {
    byte[] signed =
        country
            .send(
                "gateway-client",
                HttpRequest.newBuilder(country.https("/interface/trust-lists/current")).build())
            .body();
    TrustAnchors anchors = KeyFiles.trustAnchors(country.keys().file("trust"), TestKeys.password());
    return XmlDocuments.read(
        TrustList.class,
        new DocumentVerifier(anchors, InstantSource.system())
            .verify(new RawSignedDocument(signed), new InstitutionDirectory().network().code())
            .content());
  }

  private void spoil(RevocationFault fault) {
    country.post("revocation-faults", "{\"fault\":\"%s\"}".formatted(fault));
  }

  private VerifiedRevocationList list() throws IOException, InterruptedException {
    return VerifiedRevocationList.verify(fetch().body(), authority, now());
  }

  private VerifiedStatus status() throws IOException, InterruptedException {
    byte[] body =
        http.send(
                HttpRequest.newBuilder(address("status"))
                    .header("Content-Type", StatusQuestion.MEDIA_TYPE)
                    .POST(BodyPublishers.ofByteArray(question.encoded()))
                    .build(),
                BodyHandlers.ofByteArray())
            .body();
    return question.verifyReply(body, now());
  }

  private HttpResponse<byte[]> fetch() throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address("list")).build(), BodyHandlers.ofByteArray());
  }

  private URI address(String path) {
    return country.control("").resolve("/revocation/" + path);
  }

  private X509Certificate certificate(String name) {
    return KeyFiles.certificate(country.keys().file(name), TestKeys.password());
  }

  private static Instant now() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
