package jp.chukan.mocknetwork.identity;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** 本人確認情報ファイル of each system of the register network, each under a key of its own. */
@Component
public final class IdentityFiles {
  private final JdbcTemplate batches;
  private final MockNetworkSettings settings;
  private final SecureRandom random;
  private final Map<CountrySystem, Vault> vaults = new ConcurrentHashMap<>();

  IdentityFiles(JdbcTemplate batches, MockNetworkSettings settings, SecureRandom random) {
    this.batches = batches;
    this.settings = settings;
    this.random = random;
  }

  /** The file of a system; for that system alone. */
  public IdentityRecords of(CountrySystem owner) {
    return new IdentityRecords(owner, batches, vaultOf(owner));
  }

  /** What a system encrypts everything with that it keeps about persons; for that system alone. */
  public Vault vaultOf(CountrySystem owner) {
    return vaults.computeIfAbsent(
        owner, one -> Vault.of(settings.secretFile(one.label() + "-key"), random));
  }
}
