package jp.chukan.mocknetwork.prefecturalserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.stereotype.Component;

/**
 * The folder of a prefecture through which 照会要求ファイル and 照会結果ファイル go (G:152): nobody else may open
 * it, and what is in it is encrypted under a key that only the two ends have.
 */
@Component
public final class SharedFolder {
  private static final String REQUEST = ".request";
  private static final String RESULT = ".result";

  private final MockNetworkSettings settings;
  private final SecureRandom random;

  SharedFolder(MockNetworkSettings settings, SecureRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /** Puts a 照会要求ファイル in. */
  public void putRequest(String prefecture, String name, RequestFile file) {
    write(prefecture, name + REQUEST, vault(prefecture, RequestFile.class).seal(file));
  }

  /** Names of the 照会要求ファイル that wait. */
  List<String> requests(String prefecture) {
    try (Stream<Path> files = Files.list(folder(prefecture))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(REQUEST))
          .map(name -> name.substring(0, name.length() - REQUEST.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a 照会要求ファイル.
   *
   * @return empty when it is not sealed by the other end, or no such file
   */
  Optional<RequestFile> openRequest(String prefecture, String name) {
    try {
      byte[] sealed = Files.readAllBytes(folder(prefecture).resolve(name + REQUEST));
      return Optional.of(vault(prefecture, RequestFile.class).open(sealed));
    } catch (IOException | RuntimeException notOfTheOtherEnd) {
      return Optional.empty();
    }
  }

  void putResult(String prefecture, String name, ResultFile file) {
    write(prefecture, name + RESULT, vault(prefecture, ResultFile.class).seal(file));
  }

  void eraseRequest(String prefecture, String name) {
    erase(folder(prefecture).resolve(name + REQUEST));
  }

  /** Takes a 照会結果ファイル out: read once, then erased (JN-40). Empty when there is none yet. */
  public Optional<ResultFile> takeResult(String prefecture, String name) {
    Path file = folder(prefecture).resolve(name + RESULT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ResultFile result = vault(prefecture, ResultFile.class).open(Files.readAllBytes(file));
      erase(file);
      return Optional.of(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is; made when it is not there, for its owner only. */
  public Path folder(String prefecture) {
    Path folder = settings.secretFile("provision-" + prefecture);
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> RecordVault<T> vault(String prefecture, Class<T> type) {
    return new RecordVault<>(
        Vault.of(settings.secretFile("provision-" + prefecture + "-key"), random), type);
  }

  private void write(String prefecture, String name, byte[] content) {
    Path folder = folder(prefecture);
    try {
      Path draft =
          Files.createTempFile(
              folder,
              "draft",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, content);
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void erase(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
