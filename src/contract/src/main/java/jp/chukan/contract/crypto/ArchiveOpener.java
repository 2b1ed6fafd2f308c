package jp.chukan.contract.crypto;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;

/** Opens what {@link ArchiveSealer} wrote with the key of one of its custodians. */
public final class ArchiveOpener {
  private final DecryptionKey key;

  public ArchiveOpener(DecryptionKey key) {
    this.key = key;
  }

  /**
   * Reads a content that nothing has proved yet.
   *
   * @param <R> what it makes of it, which is as good as nothing until the tag is proved
   */
  @FunctionalInterface
  public interface UnprovenReader<R> {
    R read(InputStream unproven) throws IOException;
  }

  /**
   * What the reader made of the content, given back only when the tag proves that nobody changed a
   * byte. Until this method returns, nothing that the reader did may stand.
   *
   * @throws InvalidInputException with {@link ErrorCode#SCM_ENVELOPE} when the archive is not for
   *     this key, is cut off or was changed
   */
  public <R> R open(InputStream sealed, UnprovenReader<R> reader) throws IOException {
    try (InputStream content = new Content(decrypted(sealed))) {
      try {
        return reader.read(content);
      } finally {
        // The tag comes last, and counts more than what an altered content made of the reader.
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private InputStream decrypted(InputStream sealed) {
    try {
      RecipientInformation own = own(new CMSAuthEnvelopedDataParser(sealed));
      return own.getContentStream(key.opening(own)).getContentStream();
    } catch (CMSException | IOException | RefusedCryptoException | RuntimeException failure) {
      // BouncyCastle reports bad structure and wrong keys by many unchecked types
      throw refused(failure);
    }
  }

  private RecipientInformation own(CMSAuthEnvelopedDataParser parser)
      throws IOException, RefusedCryptoException {
    X509CertificateHolder own = holder();
    for (RecipientInformation recipient : parser.getRecipientInfos().getRecipients()) {
      if (recipient.getRID().match(own)) {
        return recipient;
      }
    }
    throw new RefusedCryptoException("for other recipients");
  }

  private X509CertificateHolder holder() throws IOException {
    try {
      return new JcaX509CertificateHolder(key.certificate());
    } catch (CertificateEncodingException unencodable) {
      throw new IOException("the certificate cannot be encoded", unencodable);
    }
  }

  private static InvalidInputException refused(Exception cause) {
    return new InvalidInputException(Refusal.of(ErrorCode.SCM_ENVELOPE), cause);
  }

  /** What cannot be decrypted, or fails its tag, is a refusal and no trouble of the disk. */
  private static final class Content extends FilterInputStream {
    Content(InputStream decrypted) {
      super(decrypted);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        return in.read(target, offset, length);
      } catch (IOException | RuntimeException failure) {
        throw refused(failure);
      }
    }
  }
}
