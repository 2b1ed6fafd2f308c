package jp.chukan.gateway.institution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.institution.ProviderResolution.Found;
import jp.chukan.gateway.institution.ProviderResolution.NotValid;
import jp.chukan.gateway.institution.ProviderResolution.Unknown;

/** One version of the master, laid out for look-up; it never changes once built. */
final class MasterIndex {
  private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

  private final MasterInForce master;
  private final Map<InstitutionCode, List<MasterEntry>> entries;

  MasterIndex(MasterInForce master, List<MasterEntry> entries) {
    this.master = master;
    this.entries = entries.stream().collect(Collectors.groupingBy(MasterEntry::institution));
  }

  MasterInForce master() {
    return master;
  }

  Optional<String> name(InstitutionCode institution, Instant at) {
    List<MasterEntry> rows = entries.getOrDefault(institution, List.of());
    LocalDateTime time = LocalDateTime.ofInstant(at, JAPAN);
    return rows.stream()
        .filter(row -> row.covers(time))
        .findFirst()
        .or(() -> rows.stream().findFirst())
        .map(MasterEntry::name);
  }

  ProviderResolution resolve(InstitutionCode institution, Instant at) {
    List<MasterEntry> rows = entries.getOrDefault(institution, List.of());
    if (rows.isEmpty()) {
      return new Unknown();
    }
    LocalDateTime time = LocalDateTime.ofInstant(at, JAPAN);
    return rows.stream().anyMatch(row -> row.covers(time))
        ? new Found(institution)
        : new NotValid(institution);
  }
}
