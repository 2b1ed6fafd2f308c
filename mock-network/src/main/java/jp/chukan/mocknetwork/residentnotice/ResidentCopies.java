package jp.chukan.mocknetwork.residentnotice;

import static java.util.Comparator.comparing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Residents as one system was told of them: the newest of each position in a municipality,
 * encrypted. What is not newer changes nothing (MU-16).
 */
public final class ResidentCopies {
  private final CountrySystem owner;
  private final JdbcClient jdbc;
  private final RecordVault<ResidentNotice> vault;

  /**
   * @param owner whose copies they are
   * @param vault of that system alone
   */
  public ResidentCopies(CountrySystem owner, JdbcClient jdbc, Vault vault) {
    this.owner = owner;
    this.jdbc = jdbc;
    this.vault = new RecordVault<>(vault, ResidentNotice.class);
  }

  /**
   * A notice that was newer than what was known.
   *
   * @param before what was known, empty when nothing was
   */
  public record Renewed(Optional<ResidentNotice> before, ResidentNotice now) {}

  /**
   * Takes notices, in the open transaction.
   *
   * @param municipality five digits of the municipality that they are of
   * @return those that were newer, by position
   * @throws RefusedCallException NUMBER_OF_ANOTHER when a position belongs to another person by
   *     what is known (JN-39); nothing has changed then
   */
  public List<Renewed> take(String municipality, List<ResidentNotice> notices) {
    Map<Integer, ResidentNotice> known = known(municipality, notices);
    for (ResidentNotice notice : notices) {
      ResidentNotice before = known.get(notice.position());
      if (before != null && !before.individualNumber().equals(notice.individualNumber())) {
        throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "individualNumber");
      }
    }
    // in one order for everybody: two messages about the same persons must not wait for each other
    return notices.stream()
        .sorted(comparing(ResidentNotice::position))
        .filter(notice -> isNewer(notice, known.get(notice.position())))
        .filter(notice -> keep(municipality, notice))
        .map(notice -> new Renewed(Optional.ofNullable(known.get(notice.position())), notice))
        .toList();
  }

  private static boolean isNewer(ResidentNotice notice, @Nullable ResidentNotice known) {
    return known == null || known.version() < notice.version();
  }

  private Map<Integer, ResidentNotice> known(String municipality, List<ResidentNotice> notices) {
    Map<Integer, ResidentNotice> known = new HashMap<>();
    jdbc
        .sql(
            """
            select body from resident_copy
             where system = ? and municipality = ? and position = any(?)
             order by position for update
            """)
        .params(
            owner.label(),
            municipality,
            notices.stream().map(ResidentNotice::position).toArray(Integer[]::new))
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .forEach(notice -> known.put(notice.position(), notice));
    return known;
  }

  private boolean keep(String municipality, ResidentNotice notice) {
    return jdbc.sql(
                """
                insert into resident_copy (system, municipality, position, version, body)
                values (?, ?, ?, ?, ?)
                on conflict (system, municipality, position)
                do update set version = excluded.version, body = excluded.body
                 where resident_copy.version < excluded.version
                """)
            .params(
                owner.label(),
                municipality,
                notice.position(),
                notice.version(),
                vault.seal(notice))
            .update()
        == 1;
  }

  /** The resident at a position, as it was last told. */
  public Optional<ResidentNotice> find(String municipality, int position) {
    return jdbc.sql(
            """
            select body from resident_copy
             where system = ? and municipality = ? and position = ?
            """)
        .params(owner.label(), municipality, position)
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** Everybody of a municipality, by position. */
  public List<ResidentNotice> of(String municipality) {
    return jdbc
        .sql(
            """
            select body from resident_copy where system = ? and municipality = ? order by position
            """)
        .params(owner.label(), municipality)
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }
}
