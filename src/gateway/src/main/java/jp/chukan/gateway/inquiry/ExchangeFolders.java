package jp.chukan.gateway.inquiry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folders through which an institution exchanges files: {@code in}, {@code out} and {@code
 * refused} under its 「機関コード」. Only the server's own user may look into them (MS-61, MS-96); the
 * municipality reaches its own by what the operator sets up.
 */
@Component
class ExchangeFolders implements InitializingBean {
  private static final String IN = "in";
  private static final String OUT = "out";
  private static final String REFUSED = "refused";

  private final Path root;
  private final ServedInstitutions institutions;

  ExchangeFolders(@Value("${chukan.exchange-folder}") Path root, ServedInstitutions institutions) {
    this.root = root.toAbsolutePath();
    this.institutions = institutions;
  }

  /** A route that looks into a folder finds it there. */
  @Override
  public void afterPropertiesSet() throws IOException {
    protect(root);
    for (InstitutionCode institution : institutions.codes()) {
      protect(root.resolve(institution.value()));
      for (String folder : List.of(IN, OUT, REFUSED)) {
        protect(root.resolve(institution.value()).resolve(folder));
      }
    }
  }

  /** Where result files appear. */
  Path out(InstitutionCode institution) {
    return root.resolve(institution.value()).resolve(OUT);
  }

  /** Where refused files go. */
  Path refused(InstitutionCode institution) {
    return root.resolve(institution.value()).resolve(REFUSED);
  }

  /**
   * The file appears whole under its name, and is on disk, or not at all: whoever looks into the
   * folder never sees half of it. What begins with a dot is unfinished.
   */
  static void write(Path target, ResultFile.Content content) throws IOException {
    Path folder = target.getParent();
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".tmp");
    try (var stream =
        new BufferedOutputStream(
            Files.newOutputStream(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE))) {
      content.writeTo(stream);
    }
    try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(
        unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (folder != null) {
      sync(folder);
    }
  }

  /** Without it a power failure may forget the new name. */
  static void sync(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static void protect(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
