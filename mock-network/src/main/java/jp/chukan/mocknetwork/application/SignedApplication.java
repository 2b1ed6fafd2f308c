package jp.chukan.mocknetwork.application;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;

/**
 * An application with the applicant's signature, as it is handed from system to system. What it
 * says counts only after {@link #verified()}: it comes through a server that stands outside (MU-15,
 * JN-27).
 *
 * @param application what was signed
 * @param attachments the documents whose digests were signed
 * @param publicKey of the card, in Base64
 * @param signature ECDSA with SHA-256 over the application, in Base64
 */
public record SignedApplication(
    Application application, List<Attachment> attachments, String publicKey, String signature) {
  /** Kind of message between 電子申請機能 and 連携サーバ. */
  public static final String MESSAGE = "application";

  static final int MOST_ATTACHMENTS = 5;
  private static final String ALGORITHM = "SHA256withECDSA";

  public SignedApplication {
    attachments = List.copyOf(attachments);
  }

  /** Signs one. */
  public static SignedApplication sign(
      Application application, List<Attachment> attachments, KeyPair key) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key.getPrivate());
      signature.update(application.toBeSigned());
      return new SignedApplication(
          application,
          attachments,
          Base64.getEncoder().encodeToString(key.getPublic().getEncoded()),
          Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an application cannot be signed", e);
    }
  }

  /**
   * The application, when its signature is right and the documents are those that were signed.
   *
   * @throws RefusedCallException MALFORMED when they are not
   */
  public Application verified() {
    if (!application.attachments().equals(attachments.stream().map(Attachment::digest).toList())) {
      throw new RefusedCallException(Fault.MALFORMED, "attachments");
    }
    try {
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(key());
      check.update(application.toBeSigned());
      if (check.verify(Base64.getDecoder().decode(signature))) {
        return application;
      }
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // as bad as a signature of somebody else; the cause would quote what was sent
    }
    throw new RefusedCallException(Fault.MALFORMED, "signature");
  }

  private PublicKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }

  /** The same without its documents, which rest apart from it. */
  public SignedApplication withAttachments(List<Attachment> others) {
    return new SignedApplication(application, others, publicKey, signature);
  }

  /** Shows which it is, and nothing of what it says. */
  @Override
  public String toString() {
    return "SignedApplication[" + application.id().label() + ", redacted]";
  }
}
