package jp.chukan.contract.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;

/**
 * Encrypts what is too large for memory to the custodians who may open it: AuthEnvelopedData (RFC
 * 5083) with AES-256-GCM, written as it comes. One archive holds at most 64 GiB, which is what GCM
 * allows under one key and nonce (NIST SP 800-38D).
 */
public final class ArchiveSealer {
  private final List<RecipientCertificate> recipients;
  private final EnvelopeEncryption encryption;

  /**
   * @param recipients at least one; each opens the archive with its own key alone
   */
  public ArchiveSealer(List<RecipientCertificate> recipients, SecureRandom random) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("nobody could open it");
    }
    this.recipients = List.copyOf(recipients);
    this.encryption = new EnvelopeEncryption(random);
  }

  /**
   * Where the content goes. The archive is whole once this stream is closed, which leaves {@code
   * sealed} open.
   */
  public OutputStream seal(OutputStream sealed) throws IOException {
    try {
      var generator = new CMSAuthEnvelopedDataStreamGenerator();
      for (RecipientCertificate recipient : recipients) {
        generator.addRecipientInfoGenerator(encryption.recipient(recipient.certificate()));
      }
      return generator.open(sealed, encryption.content());
    } catch (CMSException | GeneralSecurityException failure) {
      throw new IllegalStateException("the archive cannot be encrypted", failure);
    }
  }
}
