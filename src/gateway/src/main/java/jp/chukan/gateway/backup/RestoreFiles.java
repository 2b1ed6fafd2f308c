package jp.chukan.gateway.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Lays the files of a backup, those of the broker and the keys, into an empty folder. */
final class RestoreFiles {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private RestoreFiles() {}

  /**
   * @param target a folder that does not exist yet
   * @throws InvalidInputException with {@link ErrorCode#SYM_BACKUP_PLACE} when it does, with {@link
   *     ErrorCode#SYM_BACKUP_CONTENT} when an entry would lie outside of it
   */
  static void restore(VerifiedBackup backup, Path target) throws IOException {
    if (Files.exists(target)) {
      throw InvalidInputException.of(ErrorCode.SYM_BACKUP_PLACE);
    }
    Path root = Files.createDirectories(target, PRIVATE_FOLDER).toRealPath();
    for (String folder : new String[] {"broker", "keys"}) {
      Files.createDirectories(root.resolve(folder), PRIVATE_FOLDER);
      backup.read(
          folder,
          (entry, content) -> {
            Path file = root.resolve(entry.name()).normalize();
            if (!file.startsWith(root.resolve(folder))) {
              throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
            }
            Files.createDirectories(file.getParent(), PRIVATE_FOLDER);
            Files.createFile(file, PRIVATE_FILE);
            try (var out = Files.newOutputStream(file)) {
              content.transferTo(out);
            }
          });
    }
  }
}
