package jp.chukan.mocknetwork.connection;

import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;
import jp.chukan.contract.crypto.KeyFiles;
import org.springframework.stereotype.Component;

/** The certificates that the authority of this country has issued, by their names. */
@Component
public final class CertificateFiles {
  private static final Pattern NAME = Pattern.compile("[0-9a-z-]{1,64}");

  private final KeyStores files;

  CertificateFiles(KeyStores files) {
    this.files = files;
  }

  /**
   * @throws IllegalArgumentException when there is none of this name
   */
  public X509Certificate certificate(String name) {
    if (!NAME.matcher(name).matches() || !Files.exists(files.file(name))) {
      throw new IllegalArgumentException("no certificate of this name");
    }
    return KeyFiles.certificate(files.file(name), files.password());
  }
}
