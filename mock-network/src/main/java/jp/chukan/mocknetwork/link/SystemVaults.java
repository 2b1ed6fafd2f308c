package jp.chukan.mocknetwork.link;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import org.springframework.stereotype.Component;

/** The keys of the systems that keep persons, each made when it is first used. */
@Component
public final class SystemVaults {
  private final MockNetworkSettings settings;
  private final SecureRandom random;
  private final Map<String, Vault> vaults = new ConcurrentHashMap<>();

  SystemVaults(MockNetworkSettings settings, SecureRandom random) {
    this.settings = settings;
    this.random = random;
  }

  /** The vault of a system; for that system alone. */
  public Vault of(CountrySystem system) {
    return named(system.label());
  }

  /** The vault of one part of a system, which the others of its parts cannot open. */
  public Vault of(CountrySystem system, String part) {
    return named(system.label() + "-" + part);
  }

  private Vault named(String name) {
    return vaults.computeIfAbsent(
        name, owner -> Vault.of(settings.secretFile(owner + "-key"), random));
  }
}
