package jp.chukan.mocknetwork.supplement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.supplement.SupplementProvision.SealedNumber;

/**
 * What the 附票都道府県サーバ and the executive bodies of its prefecture share: a folder and a key that are
 * for these two ends alone. A file is there until it is taken (JN-40, G:152).
 */
public final class ExchangeFolder {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path folder;
  private final Vault vault;

  /**
   * @param prefecture two digits
   */
  public ExchangeFolder(MockNetworkSettings settings, SecureRandom random, String prefecture) {
    this.folder = settings.secretFile("supplement-exchange-" + prefecture);
    this.vault =
        Vault.of(settings.secretFile("supplement-exchange-" + prefecture + "-key"), random);
  }

  /**
   * Puts a file there.
   *
   * @return its name
   */
  public <T> String put(Class<T> type, T content) {
    String name = UUID.randomUUID().toString();
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path draft =
          Files.createTempFile(
              folder,
              "draft",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, new RecordVault<>(vault, type).seal(content));
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be put", e);
    }
    return name;
  }

  /**
   * Takes a file, which is not there any more afterwards.
   *
   * @return empty when there is none of this name, or none that these two ends wrote
   */
  public <T> Optional<T> take(String name, Class<T> type) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    try {
      byte[] sealed = Files.readAllBytes(file);
      Files.delete(file);
      return Optional.of(new RecordVault<>(vault, type).open(sealed));
    } catch (NoSuchFileException nothing) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be taken", e);
    } catch (UncheckedIOException
        | IllegalStateException
        | IllegalArgumentException notOfTheseEnds) {
      return Optional.empty();
    }
  }

  /** Encrypts a 個人番号 for the other end; the digits stay as they are. */
  public SealedNumber seal(byte[] digits) {
    return new SealedNumber(Base64.getEncoder().encodeToString(vault.seal(digits)));
  }

  /** The digits of a 個人番号 that the other end encrypted. */
  public byte[] open(SealedNumber number) {
    return vault.open(Base64.getDecoder().decode(number.bytes()));
  }
}
