package jp.chukan.mocknetwork.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * A secret that a part of the country keeps to itself: random, made on first use, file mode 0600.
 */
public final class SecretFile {
  private SecretFile() {}

  /** The bytes of the secret; made when the file is not there yet. */
  public static byte[] readOrCreate(Path file, int length, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, length, random);
      }
      byte[] secret = Files.readAllBytes(file);
      if (secret.length != length) {
        throw new IllegalStateException("secret of the wrong length: " + file.getFileName());
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file, int length, SecureRandom random) throws IOException {
    byte[] secret = new byte[length];
    random.nextBytes(secret);
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            folder,
            "secret",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(draft, secret);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
