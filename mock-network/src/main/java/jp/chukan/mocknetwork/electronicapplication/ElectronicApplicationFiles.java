package jp.chukan.mocknetwork.electronicapplication;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import jp.chukan.mocknetwork.applicationrelay.TransientCopies;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of the 電子申請機能, and its copies of applications that no 連携サーバ has yet. */
@Component
final class ElectronicApplicationFiles {
  private final Vault vault;
  private final TransientCopies copies;

  ElectronicApplicationFiles(MockNetworkSettings settings, JdbcClient jdbc, SecureRandom random) {
    this.vault = Vault.of(settings.secretFile("electronic-application-key"), random);
    this.copies =
        new TransientCopies(
            "electronic-application",
            settings.secretFile("electronic-application-documents"),
            vault,
            jdbc);
  }

  Vault vault() {
    return vault;
  }

  TransientCopies copies() {
    return copies;
  }

  /** What stands for a value that must not be kept itself. */
  byte[] index(String value) {
    return vault.digest(value.getBytes(StandardCharsets.UTF_8));
  }
}
