package jp.chukan.gateway.backup;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where backups go and who may open them.
 *
 * @param folder of the files
 * @param kept how many of them; older ones go once a newer one is whole
 * @param recipients certificates (PEM) of the custodians; the operator holds none of their keys
 *     (JN-29)
 * @param database role that reads all tables, its password is a secret of the key folder
 */
@ConfigurationProperties("chukan.backup")
public record BackupSettings(Path folder, int kept, List<Path> recipients, Role database) {

  /**
   * @throws IllegalArgumentException so that the server does not start with backups that nobody
   *     keeps or can open
   */
  public BackupSettings {
    if (kept < 1) {
      throw new IllegalArgumentException("chukan.backup.kept is at least 1");
    }
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("chukan.backup.recipients names at least one");
    }
    recipients = List.copyOf(recipients);
  }

  /**
   * @param user name of the role
   * @param password its password
   */
  public record Role(String user, String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Role[" + user + "]";
    }
  }
}
