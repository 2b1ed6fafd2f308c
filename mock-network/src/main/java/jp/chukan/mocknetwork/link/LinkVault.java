package jp.chukan.mocknetwork.link;

import java.security.SecureRandom;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.stereotype.Component;

/** Encrypts messages that wait for their receiver. */
@Component
final class LinkVault {
  private final Vault vault;

  LinkVault(MockNetworkSettings settings, SecureRandom random) {
    this.vault = Vault.of(settings.secretFile("link-key"), random);
  }

  Vault vault() {
    return vault;
  }
}
