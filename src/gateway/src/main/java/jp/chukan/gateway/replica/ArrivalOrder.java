package jp.chukan.gateway.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Goes through the staged records of each 「副本」 in the order of the attachment, from what is stored
 * on: an older edition or an older update never takes the place of a newer one (MS-56).
 */
@Component
class ArrivalOrder {
  private static final int FETCH = 2_000;

  private final JdbcTemplate jdbc;

  ArrivalOrder(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.jdbc.setFetchSize(FETCH);
  }

  /** Marks what may not be registered over what is stored or came before it. */
  void checkRegistration(InstitutionCode institution) {
    walk(institution, ArrivalOrder::registered);
  }

  /** Marks what deletes nothing, or what is newer. */
  void checkDeletion(InstitutionCode institution) {
    walk(institution, ArrivalOrder::deleted);
  }

  /** How one 「副本」 stands, as far as order goes. */
  sealed interface State {
    /** Nothing is stored. */
    record Nothing() implements State {}

    /**
     * @param updatedAt null when the sender never said
     */
    record Stored(LayoutEdition edition, @Nullable Instant updatedAt) implements State {}
  }

  /** What a record does: it leads to another state, or is refused. */
  sealed interface Step {
    record To(State state) implements Step {}

    record Refused(ErrorCode code, String element) implements Step {}
  }

  static Step registered(State before, State.Stored arriving) {
    return switch (before) {
      case State.Nothing nothing -> new Step.To(arriving);
      case State.Stored stored -> {
        Step.Refused stale = staleOver(stored, arriving);
        Instant updatedAt =
            arriving.updatedAt() == null ? stored.updatedAt() : arriving.updatedAt();
        yield stale != null ? stale : new Step.To(new State.Stored(arriving.edition(), updatedAt));
      }
    };
  }

  static Step deleted(State before, State.Stored arriving) {
    return switch (before) {
      case State.Nothing nothing -> new Step.Refused(ErrorCode.DBM_NOT_FOUND, "DataSetRecordKey");
      case State.Stored stored -> {
        Step.Refused stale = staleOver(stored, arriving);
        yield stale != null ? stale : new Step.To(new State.Nothing());
      }
    };
  }

  private static Step.@Nullable Refused staleOver(State.Stored stored, State.Stored arriving) {
    if (arriving.edition().compareTo(stored.edition()) < 0) {
      return new Step.Refused(ErrorCode.DBM_STALE_EDITION, "SPIMajorVersion");
    }
    boolean older =
        arriving.updatedAt() != null
            && stored.updatedAt() != null
            && arriving.updatedAt().isBefore(stored.updatedAt());
    return older ? new Step.Refused(ErrorCode.DBM_STALE_UPDATE, "TimeAndDateOfUpdate") : null;
  }

  private void walk(InstitutionCode institution, BiFunction<State, State.Stored, Step> rule) {
    Walk walk = new Walk(rule);
    jdbc.query(
        """
        select staged.position,
               row_number() over (
                 partition by staged.addressee_number, staged.information_code,
                              staged.data_set_item, staged.record_key
                 order by staged.position) = 1 as first,
               staged.edition, staged.updated_at,
               stored.edition as stored_edition, stored.updated_at as stored_updated_at
          from pg_temp.replica_staging staged
          left join replica stored
                 on stored.institution_code = ?
                and stored.addressee_number = staged.addressee_number
                and stored.information_code = staged.information_code
                and stored.data_set_item = staged.data_set_item
                and stored.record_key = staged.record_key
         where staged.refusal is null
         order by staged.addressee_number, staged.information_code, staged.data_set_item,
                  staged.record_key, staged.position
        """,
        walk::take,
        institution.value());
    walk.refused.forEach(this::mark);
  }

  private void mark(Step.Refused refusal, List<Integer> positions) {
    jdbc.update(
        """
        update pg_temp.replica_staging set refusal = ?, refused_element = ? where position = any (?)
        """,
        refusal.code().name(),
        refusal.element(),
        positions.toArray(Integer[]::new));
  }

  /** One pass over all records, holding the state of one 「副本」 and where a record was refused. */
  private static final class Walk {
    private final BiFunction<State, State.Stored, Step> rule;
    private final Map<Step.Refused, List<Integer>> refused = new HashMap<>();
    private State state = new State.Nothing();

    Walk(BiFunction<State, State.Stored, Step> rule) {
      this.rule = rule;
    }

    void take(ResultSet row) throws SQLException {
      if (row.getBoolean("first")) {
        String edition = row.getString("stored_edition");
        state =
            edition == null
                ? new State.Nothing()
                : new State.Stored(new LayoutEdition(edition), instant(row, "stored_updated_at"));
      }
      State.Stored arriving =
          new State.Stored(new LayoutEdition(row.getString("edition")), instant(row, "updated_at"));
      switch (rule.apply(state, arriving)) {
        case Step.To to -> state = to.state();
        case Step.Refused refusal ->
            refused.computeIfAbsent(refusal, code -> new ArrayList<>()).add(row.getInt("position"));
      }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant();
    }
  }
}
