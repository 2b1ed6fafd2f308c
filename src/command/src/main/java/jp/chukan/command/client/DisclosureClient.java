package jp.chukan.command.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.contract.message.XmlMessages;

/** Asks in the name of the 「情報提供等記録開示システム」, as the citizen's page does. */
public final class DisclosureClient {
  private static final String ASKER = "0030099000011700";
  private static final SystemIdentifier SOURCE = new SystemIdentifier("K000000019");
  private static final SystemIdentifier DESTINATION = new SystemIdentifier("K000000001");

  private final GatewayConnection connection;
  private final DocumentSigner signer;
  private final byte[] certificate;
  private final InstantSource clock;

  private DisclosureClient(
      GatewayConnection connection,
      DocumentSigner signer,
      byte[] certificate,
      InstantSource clock) {
    this.connection = connection;
    this.signer = signer;
    this.certificate = certificate;
    this.clock = clock;
  }

  /**
   * @param gateway the gateway's HTTPS address
   * @param keys folder of the run's keys
   */
  public static DisclosureClient connect(URI gateway, Path keys, InstantSource clock)
      throws IOException {
    char[] password = Files.readString(keys.resolve("password")).strip().toCharArray();
    var signer =
        new DocumentSigner(
            KeyFiles.signingKey(keys.resolve("signing-" + ASKER + ".p12"), password), clock);
    try {
      return new DisclosureClient(
          GatewayConnection.open(gateway, keys, "disclosure-client"),
          signer,
          KeyFiles.certificate(keys.resolve("encryption-" + ASKER + ".p12"), password).getEncoded(),
          clock);
    } catch (CertificateEncodingException e) {
      throw new IOException("a certificate that was read cannot be written", e);
    }
  }

  /**
   * The newest records about a person.
   *
   * @return the signed answer, its records encrypted to the asker
   * @throws RefusedMessageException when the institution refuses
   */
  public byte[] records(InstitutionCode institution, LinkageCode person) throws IOException {
    String number = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    var request =
        new RecordDisclosureRequest(
            MessageHeader.request(
                new MessageId(number), RecordDisclosureRequest.TYPE_ID, SOURCE, DESTINATION),
            new RecordDisclosureRequest.Body(
                new ProcessingNumber(number),
                institution,
                person,
                null,
                null,
                null,
                clock.instant(),
                certificate));
    return connection.send(
        connection
            .request("/disclosure/" + institution + "/record-disclosures")
            .header("Content-Type", "application/cms")
            .POST(BodyPublishers.ofByteArray(signer.sign(XmlMessages.write(request))))
            .build());
  }
}
