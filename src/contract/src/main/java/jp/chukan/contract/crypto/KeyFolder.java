package jp.chukan.contract.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keys in PKCS#12 files, one file for each, so that a new one comes by putting a file into the
 * folder and an old one goes by taking its file away. A file is put there under another name and
 * then renamed: one that is still being written is a fault.
 */
public final class KeyFolder implements KeyStorage {
  private static final String ENDING = ".p12";
  private static final String MASTER = "master";

  private final Path folder;
  private final char[] password;

  public KeyFolder(Path folder, char[] password) {
    this.folder = folder;
    this.password = password.clone();
  }

  @Override
  public KeyFindings<SigningKey> signingKeys(String name) {
    return each(
        name,
        file -> {
          SigningKey key = KeyFiles.signingKey(file, password);
          KeyPairProof.prove(key, nameOf(file));
          return key;
        });
  }

  @Override
  public KeyFindings<DecryptionKey> decryptionKeys(String name) {
    return each(
        name,
        file -> {
          DecryptionKey key = KeyFiles.decryptionKey(file, password);
          KeyPairProof.prove(key, nameOf(file));
          return key;
        });
  }

  /** A file {@code master.p12} or {@code master-2.p12} may hold more than one. */
  @Override
  public KeyFindings<WrappingKey> wrappingKeys() {
    KeyFindings<List<WrappingKey>> files =
        each(MASTER, file -> KeyFiles.wrappingKeys(file, password));
    Map<String, WrappingKey> keys = new HashMap<>();
    files.keys().values().forEach(found -> found.forEach(key -> keys.put(key.id(), key)));
    return new KeyFindings<>(keys, files.faults());
  }

  /** The keys for TLS under this name; they are always in files. */
  public KeyFindings<TlsKey> tlsKeys(String name) {
    return each(
        name,
        file -> {
          TlsKey key = KeyFiles.tlsKey(file, password);
          KeyPairProof.prove(key, password, nameOf(file));
          return key;
        });
  }

  /**
   * Whom the other side of a connection must be known to: the file {@code trust.p12}.
   *
   * @throws UnusableKeyFileException when it cannot be read
   */
  public KeyStore trustStore() {
    return KeyFiles.load(folder.resolve("trust.p12"), password);
  }

  private <K> KeyFindings<K> each(String name, Function<Path, K> read) {
    Map<String, K> keys = new HashMap<>();
    List<UnusableKeyFileException> faults = new ArrayList<>();
    for (Path file : files(name)) {
      try {
        keys.put(nameOf(file), read.apply(file));
      } catch (UnusableKeyFileException unusable) {
        faults.add(unusable);
      }
    }
    return new KeyFindings<>(keys, faults);
  }

  private List<Path> files(String use) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
          .filter(file -> KeyNames.isFor(use, nameOf(file)))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UnusableKeyFileException(folder, "cannot be listed", unreadable);
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  @Override
  public String toString() {
    return "KeyFolder[" + folder.getFileName() + "]";
  }
}
