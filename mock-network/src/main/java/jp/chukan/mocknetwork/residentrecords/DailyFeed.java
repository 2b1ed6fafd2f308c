package jp.chukan.mocknetwork.residentrecords;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 「日次連携」: everything that changed since the last feed that was taken goes out once more, so that
 * what an outage swallowed arrives (T:1325, T:3904). A feed that fails is made again from the same
 * point.
 */
@Component
public final class DailyFeed {
  private static final int AT_ONCE = 500;

  private final ResidentRegisters registers;
  private final SendHouseholds households;
  private final Systems systems;
  private final JdbcClient jdbc;

  DailyFeed(
      ResidentRegisters registers, SendHouseholds households, Systems systems, JdbcClient jdbc) {
    this.registers = registers;
    this.households = households;
    this.systems = systems;
    this.jdbc = jdbc;
  }

  /**
   * What a feed brought.
   *
   * @param residents how many had changed
   * @param replicas what the hub said of them
   */
  public record Fed(int residents, ReplicaUpdates.Counts replicas) {}

  /**
   * Feeds the hub and the 広域連合.
   *
   * @param until time of the feed: changes up to it go along
   * @throws jp.chukan.mocknetwork.link.UnreachableSystemException when one of them does not answer
   */
  public Fed feed(InstitutionCode municipality, Instant until) {
    Instant since = lastFeed(municipality);
    List<Resident> changed =
        registers.of(municipality).changedSince(since).stream()
            .filter(resident -> !resident.updatedAt().isAfter(until))
            .toList();
    int accepted = 0;
    int refused = 0;
    for (List<Resident> part : parts(SendHouseholds.latest(changed))) {
      ReplicaUpdates.Counts counts = households.send(municipality, part);
      accepted += counts.accepted();
      refused += counts.refused();
    }
    for (List<Resident> part : parts(changed)) {
      feedRegionalUnion(municipality, part, until);
    }
    jdbc.sql(
            """
            insert into daily_feed (institution, fed_until) values (?, ?)
            on conflict (institution) do update set fed_until = excluded.fed_until
            """)
        .params(municipality.value(), Timestamp.from(until))
        .update();
    return new Fed(changed.size(), new ReplicaUpdates.Counts(accepted, refused));
  }

  private void feedRegionalUnion(
      InstitutionCode municipality, List<Resident> residents, Instant until) {
    String place = ResidentRegisters.place(municipality);
    var from = new CountrySystem(SystemKind.RESIDENT_RECORDS, place);
    List<ResidentNotice> notices =
        residents.stream()
            .map(resident -> resident.notice(Math.toIntExact(until.getEpochSecond())))
            .toList();
    systems.send(
        from,
        new CountrySystem(SystemKind.REGIONAL_UNION, from.prefecture()),
        NotifyBusinessSystems.MESSAGE,
        new ResidentNotices(notices),
        ResidentNotices.Taken.class);
  }

  private Instant lastFeed(InstitutionCode municipality) {
    return jdbc.sql("select fed_until from daily_feed where institution = ?")
        .param(municipality.value())
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional()
        .orElse(ResidentGeneration.REGISTERED_AT);
  }

  private static List<List<Resident>> parts(List<Resident> residents) {
    List<List<Resident>> parts = new ArrayList<>();
    for (int from = 0; from < residents.size(); from += AT_ONCE) {
      parts.add(residents.subList(from, Math.min(residents.size(), from + AT_ONCE)));
    }
    return parts;
  }
}
