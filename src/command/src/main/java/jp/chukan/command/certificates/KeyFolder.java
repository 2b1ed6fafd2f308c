package jp.chukan.command.certificates;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of all secrets of a run. Files appear whole or not at all, readable by their owner
 * only.
 */
public final class KeyFolder {
  private static final int SECRET_BYTES = 24;

  private final Path folder;
  private final SecureRandom random;

  private KeyFolder(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  public static KeyFolder create(Path folder, SecureRandom random) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new KeyFolder(folder, random);
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  public boolean holds(String name) {
    return Files.exists(file(name));
  }

  /** Whether there is a key for this use: the first one, or a numbered one that took its place. */
  boolean holdsKeyFor(String use) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.matches(Pattern.quote(use) + "(-[1-9][0-9]{0,8})?\\.p12"));
    }
  }

  /** The random secret of this name, made when it is asked for first. */
  public String secret(String name) throws IOException {
    if (!holds(name)) {
      var bytes = new byte[SECRET_BYTES];
      random.nextBytes(bytes);
      write(
          name, out -> out.write(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.UTF_8)));
    }
    return Files.readString(file(name));
  }

  /** The one password of all key stores here. */
  public char[] password() throws IOException {
    return secret("password").toCharArray();
  }

  /**
   * The key and the certificate of this name as programs read them that know no PKCS #12, in two
   * files beside each other.
   *
   * @return the file of the key; that of the certificate ends on {@code .pem}
   */
  public Path pemKey(String name) throws IOException {
    try {
      var key = load(name + ".p12").getKey("key", password()).getEncoded();
      var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      write(
          name + ".key",
          out ->
              out.write(
                  ("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                      .getBytes(StandardCharsets.US_ASCII)));
      return file(name + ".key");
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read the key " + name, e);
    }
  }

  KeyStore load(String name) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file(name))) {
      store.load(in, password());
    }
    return store;
  }

  void save(String name, KeyStore store) throws IOException, GeneralSecurityException {
    var password = password();
    write(name, out -> store.store(out, password));
  }

  void write(String name, Content content) throws IOException {
    var unfinished =
        Files.createTempFile(
            folder,
            "." + name,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var out = Files.newOutputStream(unfinished)) {
      content.writeTo(out);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot write " + name, e);
    }
    Files.move(
        unfinished,
        file(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
  }
}
