package jp.chukan.mocknetwork.supplementserver;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.supplement.ExchangeFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The servers of 附票 and what each keeps to itself: its file, its key, its folder. */
@Component
final class SupplementServers {
  /** The one of the country. */
  static final CountrySystem NATIONAL = CountrySystem.only(SystemKind.SUPPLEMENT_NATIONAL_SERVER);

  private final Map<CountrySystem, SupplementRecords> records = new HashMap<>();
  private final Map<CountrySystem, Vault> vaults = new HashMap<>();
  private final Map<CountrySystem, ExchangeFolder> folders = new HashMap<>();
  private final List<CountrySystem> prefectural;

  SupplementServers(
      Systems systems, JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.prefectural = systems.of(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER);
    Stream.concat(prefectural.stream(), Stream.of(NATIONAL))
        .forEach(
            system -> {
              var vault = Vault.of(settings.secretFile(system.label() + "-key"), random);
              vaults.put(system, vault);
              records.put(system, new SupplementRecords(system, jdbc, vault));
            });
    systems.of(SystemKind.MUNICIPAL_SERVER).stream()
        .forEach(
            system ->
                vaults.put(
                    system,
                    Vault.of(settings.secretFile(system.label() + "-supplement-key"), random)));
    prefectural.forEach(
        system -> folders.put(system, new ExchangeFolder(settings, random, system.place())));
  }

  /** Of the prefectures. */
  List<CountrySystem> prefectural() {
    return prefectural;
  }

  /** The file of a server. */
  SupplementRecords recordsOf(CountrySystem system) {
    return required(records, system);
  }

  /** What a server encrypts with. */
  Vault vaultOf(CountrySystem system) {
    return required(vaults, system);
  }

  /** What a server of a prefecture shares with its executive bodies. */
  ExchangeFolder folderOf(CountrySystem system) {
    return required(folders, system);
  }

  /** The server of the prefecture of a place. */
  static CountrySystem prefecturalOf(String place) {
    return new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, place.substring(0, 2));
  }

  private static <T> T required(Map<CountrySystem, T> ofSystems, CountrySystem system) {
    T value = ofSystems.get(system);
    if (value == null) {
      throw new IllegalArgumentException("no server of 附票: " + system);
    }
    return value;
  }
}
