package jp.chukan.gateway.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import jp.chukan.contract.crypto.ArchiveOpener;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.error.InvalidInputException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/**
 * Restores a backup while no server runs: first its files into an empty folder, then its rows into
 * an empty database. Every setting is a system property or, where it is secret, a variable of the
 * environment, so that no list of processes shows it.
 *
 * <pre>
 * java -Dbackup=FILE -Dkey=CUSTODIAN.p12 -Dtrust=ROOT.pem -Dtarget=FOLDER … RestoreMain files
 * java -Dbackup=FILE -Dkey=CUSTODIAN.p12 -Dtrust=ROOT.pem -Ddatabase=URL  … RestoreMain database
 * </pre>
 *
 * <p>Environment: {@code CHUKAN_BACKUP_KEY_PASSWORD}, and for the database {@code
 * CHUKAN_DATABASE_OWNER}, {@code CHUKAN_DATABASE_OWNER_PASSWORD}, {@code CHUKAN_DATABASE_LOADER},
 * {@code CHUKAN_DATABASE_LOADER_PASSWORD}. Exit code 0: done; 2: refused, nothing was done.
 */
public final class RestoreMain {
  private static final int REFUSED = 2;
  private static final int USAGE = 64;

  private RestoreMain() {}

  public static void main(String[] arguments) throws Exception {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.WARN);
    }
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) throws IOException, SQLException {
    try {
      return switch (arguments.length == 1 ? arguments[0] : "") {
        case "files" -> {
          RestoreFiles.restore(verified(), Path.of(setting("target")));
          yield 0;
        }
        case "database" -> {
          new RestoreDatabase(database("OWNER"), database("LOADER"))
              .restore(verified(), InstantSource.system().instant())
              .forEach(RestoreMain::print);
          yield 0;
        }
        default -> {
          System.err.println("usage: RestoreMain files | database");
          yield USAGE;
        }
      };
    } catch (InvalidInputException refused) {
      System.err.println(refused.refusal().code().id() + " " + refused.refusal().code().message());
      return REFUSED;
    }
  }

  private static void print(BackupManifest.Head head) {
    System.out.println("head " + head.institution() + " " + head.size() + " " + head.sha256());
  }

  private static VerifiedBackup verified() throws IOException {
    DecryptionKey key =
        KeyFiles.decryptionKey(
            Path.of(setting("key")), secret("CHUKAN_BACKUP_KEY_PASSWORD").toCharArray());
    return VerifiedBackup.verify(
        Path.of(setting("backup")),
        new ArchiveOpener(key),
        new DocumentVerifier(
            new TrustAnchors(KeyFiles.certificates(Path.of(setting("trust")))),
            InstantSource.system()),
        key.institution());
  }

  private static DataSource database(String role) {
    var source = new PGSimpleDataSource();
    source.setUrl(setting("database"));
    source.setUser(secret("CHUKAN_DATABASE_" + role));
    source.setPassword(secret("CHUKAN_DATABASE_" + role + "_PASSWORD"));
    return source;
  }

  private static String setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .orElseThrow(() -> new IllegalArgumentException("-D" + name + " is missing"));
  }

  private static String secret(String name) {
    return Optional.ofNullable(System.getenv(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }
}
