package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RecipientCertificate;

/**
 * Two institutions with keys of the run, as far as a floor needs them.
 *
 * @param inquirerSigner signs for who asks
 * @param providerSigner signs for who answers
 * @param verifier of both
 * @param sealer of the provider
 * @param recipient key of the inquirer
 * @param opener of the inquirer
 * @param binding of every envelope between them
 */
public record FloorParties(
    DocumentSigner inquirerSigner,
    DocumentSigner providerSigner,
    DocumentVerifier verifier,
    EnvelopeSealer sealer,
    RecipientCertificate recipient,
    EnvelopeOpener opener,
    EnvelopeBinding binding) {

  /**
   * @param keys folder of the run's keys
   */
  public static FloorParties of(
      Path keys,
      InstitutionCode inquirer,
      InstitutionCode provider,
      SecureRandom random,
      InstantSource clock)
      throws IOException {
    var password = Files.readString(keys.resolve("password")).strip().toCharArray();
    var anchors = KeyFiles.trustAnchors(keys.resolve("trust.p12"), password);
    var verifier = new DocumentVerifier(anchors, clock);
    var key = KeyFiles.decryptionKey(keys.resolve("encryption-" + inquirer + ".p12"), password);
    var provides = signer(keys, password, provider, clock);
    try {
      return new FloorParties(
          signer(keys, password, inquirer, clock),
          provides,
          verifier,
          new EnvelopeSealer(provides, random),
          RecipientCertificate.verify(key.certificate().getEncoded(), inquirer, anchors, clock),
          new EnvelopeOpener(key, verifier, clock),
          new EnvelopeBinding(
              new ProcessingNumber("FLOOR0000001"),
              new PermitId("FLOOR-0001"),
              inquirer,
              key.keyId(),
              CryptoProfile.CLASSICAL.id(),
              clock.instant().plus(Duration.ofDays(1))));
    } catch (CertificateEncodingException e) {
      throw new IOException("cannot use the certificate of " + inquirer, e);
    }
  }

  private static DocumentSigner signer(
      Path keys, char[] password, InstitutionCode institution, InstantSource clock) {
    return new DocumentSigner(
        KeyFiles.signingKey(keys.resolve("signing-" + institution + ".p12"), password), clock);
  }
}
