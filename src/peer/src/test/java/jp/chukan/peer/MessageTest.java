package jp.chukan.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.chukan.peer.Deliveries.Tally;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempt: each way in which a message is wrong. Result: the receiver takes nothing. */
@DisplayName("比較対象（phase4）の電文")
class MessageTest {
  private static final String TEXT = "a payload that nobody on the way may see. ";
  private static final byte[] PAYLOAD = TEXT.repeat(50).getBytes(StandardCharsets.US_ASCII);
  private static final Tally ONE_TAKEN = new Tally(1, 1, 0, 0);
  private static final Tally NONE_TAKEN = new Tally(1, 0, 0, 1);

  @TempDir static Path keys;

  private final Deliveries deliveries = new Deliveries();
  private Parties parties;
  private Receiver receiver;
  private Wire wire;

  @BeforeAll
  static void issueKeys() throws IOException {
    RunOfTest.issueKeys(keys);
  }

  @BeforeEach
  void start() throws IOException, GeneralSecurityException, LifecycleException {
    parties = Parties.of(keys);
    receiver = Receiver.start(parties, deliveries);
    wire = new Wire(PooledPoster.tls(parties.keys()));
  }

  @AfterEach
  void stop() throws IOException, LifecycleException {
    wire.close();
    receiver.close();
  }

  @Test
  @DisplayName("本文は暗号化され、電文は署名されている")
  void thePayloadIsEncryptedAndTheMessageSigned()
      throws IOException, GeneralSecurityException, FailedExchangeException {
    sender(parties).send(PAYLOAD);

    assertThat(deliveries.tally()).isEqualTo(ONE_TAKEN);
    assertThat(wire.seen())
        .contains(":EncryptedData", ":SignatureValue")
        .contains(
            Protection.SIGNATURE.getAlgorithmURI(),
            Protection.CONTENT.getAlgorithmURI(),
            Protection.AGREEMENT_METHOD.getID(),
            Protection.DERIVATION.getID(),
            Protection.WRAP.getID())
        .doesNotContain(TEXT)
        .doesNotContain("#rsa");
  }

  @Test
  @DisplayName("署名を書き換えた電文は受け取らない")
  void aTamperedSignatureIsRefused() throws IOException, GeneralSecurityException {
    Pattern value = Pattern.compile("(:SignatureValue[^>]*>\\s*)(.)");
    assertRefused(
        body ->
            value
                .matcher(body)
                .replaceFirst(found -> found.group(1) + (found.group(2).equals("A") ? "B" : "A")));
  }

  @Test
  @DisplayName("署名された項目を書き換えた電文は受け取らない")
  void aTamperedHeaderIsRefused() throws IOException, GeneralSecurityException {
    assertRefused(body -> body.replace(">" + Protection.ACTION + "<", ">other<"));
  }

  @Test
  @DisplayName("暗号文を書き換えた電文は受け取らない")
  void aTamperedPayloadIsRefused() throws IOException, GeneralSecurityException {
    assertRefused(
        body -> {
          int last = body.lastIndexOf("\r\n--") - 1;
          return body.substring(0, last)
              + (char) (body.charAt(last) ^ 1)
              + body.substring(last + 1);
        });
  }

  @Test
  @DisplayName("署名も暗号化もない電文は受け取らない")
  void anUnprotectedMessageIsRefused() throws IOException, GeneralSecurityException {
    Pattern security = Pattern.compile("<wsse:Security.*</wsse:Security>", Pattern.DOTALL);
    assertRefused(body -> security.matcher(body).replaceFirst(""));
  }

  @Test
  @DisplayName("同じ電文は二度受け取らない")
  void aRepeatedMessageIsRefused()
      throws IOException, GeneralSecurityException, FailedExchangeException {
    Sender sender = sender(parties);
    sender.send(PAYLOAD);
    wire.repeat();

    assertThatExceptionOfType(FailedExchangeException.class).isThrownBy(() -> sender.send(PAYLOAD));
    assertThat(deliveries.tally()).isEqualTo(new Tally(2, 1, 0, 1));
  }

  @Test
  @DisplayName("他の機関が署名した電文は受け取らない")
  void aMessageOfSomebodyElseIsRefused() throws IOException, GeneralSecurityException {
    Parties others =
        new Parties(
            parties.keys(),
            parties.receiverSigning(),
            parties.receiverSigning(),
            parties.receiverEncryption());
    Sender sender = sender(others);

    assertThatExceptionOfType(FailedExchangeException.class)
        .isThrownBy(() -> sender.send(PAYLOAD))
        .withMessageContaining("as4-error-msg-received");
    assertThat(deliveries.tally()).isEqualTo(NONE_TAKEN);
  }

  @Test
  @DisplayName("他の機関が署名した受領証は認めない")
  void aReceiptOfSomebodyElseIsNone() throws IOException, GeneralSecurityException {
    Parties others =
        new Parties(
            parties.keys(),
            parties.senderSigning(),
            parties.senderSigning(),
            parties.receiverEncryption());
    Sender sender = sender(others);

    assertThatExceptionOfType(FailedExchangeException.class)
        .isThrownBy(() -> sender.send(PAYLOAD))
        .withMessageContaining("not signed by the receiver");
  }

  @Test
  @DisplayName("クライアント証明書のない接続は受け付けない")
  void aConnectionWithoutCertificateIsRefused() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(parties.keys().trust());
    SSLContext nobody = SSLContext.getInstance("TLSv1.3");
    nobody.init(null, trust.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(nobody).build()) {
      HttpRequest request = HttpRequest.newBuilder(receiver.address()).build();

      assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
    }
  }

  private void assertRefused(UnaryOperator<String> change)
      throws IOException, GeneralSecurityException {
    Sender sender = sender(parties);
    wire.change(
        body -> {
          String changed = change.apply(body);
          assertThat(changed).isNotEqualTo(body);
          return changed;
        });

    assertThatExceptionOfType(FailedExchangeException.class)
        .isThrownBy(() -> sender.send(PAYLOAD))
        .withMessageContaining("as4-error-msg-received");
    assertThat(deliveries.tally()).isEqualTo(NONE_TAKEN);
  }

  private Sender sender(Parties as) throws IOException, GeneralSecurityException {
    return new Sender(as, deliveries, receiver.address(), wire);
  }
}
