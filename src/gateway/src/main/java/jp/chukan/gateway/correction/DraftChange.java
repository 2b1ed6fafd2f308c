package jp.chukan.gateway.correction;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.correction.CorrectionOutcome.Denied;
import jp.chukan.gateway.correction.CorrectionOutcome.Invalid;
import jp.chukan.gateway.correction.CorrectionOutcome.NotAllowed;
import jp.chukan.gateway.correction.WantedChange.Correct;
import jp.chukan.gateway.correction.WantedChange.Delete;
import jp.chukan.gateway.correction.WantedChange.Register;
import jp.chukan.gateway.correction.WantedChange.SetResponseMode;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.replica.HandRegistration;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaDraft;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.replica.ReplicasByHand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes before and after of what a person entered, and holds them against the very checks of a
 * registration by message. Refuses, beside what those refuse:
 *
 * <ul>
 *   <li>{@link ErrorCode#DBM_REPLICA_EXISTS} a new one where one is
 *   <li>{@link ErrorCode#DBM_REPLICA_ABSENT} nothing is stored that could change
 *   <li>{@link ErrorCode#DBM_REPLICA_CHANGED} what is stored is not what the person saw
 *   <li>{@link ErrorCode#DBM_PROPOSAL_NO_CHANGE} everything would stay as it is
 * </ul>
 */
@Component
class DraftChange {
  private final ReplicasByHand replicas;
  private final StandardLayouts layouts;

  DraftChange(ReplicasByHand replicas, StandardLayouts layouts) {
    this.replicas = replicas;
    this.layouts = layouts;
  }

  /** What came of it: exactly one of these. */
  sealed interface Drafted {
    record Ready(ReplicaChange change) implements Drafted {}

    record Impossible(Denied denied) implements Drafted {}
  }

  Drafted draft(HandRegistration by, Entry entry) {
    ReplicaSnapshot stored = replicas.find(by.institution(), entry.key()).orElse(null);
    Optional<ErrorCode> conflict = conflict(stored, entry.wanted());
    if (conflict.isPresent()) {
      return new Drafted.Impossible(new NotAllowed(conflict.get()));
    }
    ReplicaDraft after = after(by, entry, stored);
    if (stored != null && after != null && changesNothing(stored, after)) {
      return new Drafted.Impossible(new NotAllowed(ErrorCode.DBM_PROPOSAL_NO_CHANGE));
    }
    ReplicaChange change = new ReplicaChange(stored, after);
    Optional<Refusal> refusal = replicas.refusalOf(by, change);
    return refusal.isPresent()
        ? new Drafted.Impossible(new Invalid(refusal.get()))
        : new Drafted.Ready(change);
  }

  private static Optional<ErrorCode> conflict(
      @Nullable ReplicaSnapshot stored, WantedChange wanted) {
    return switch (wanted) {
      case Register register ->
          stored == null ? Optional.empty() : Optional.of(ErrorCode.DBM_REPLICA_EXISTS);
      case Correct correct -> conflict(stored, correct.seen());
      case SetResponseMode mode -> conflict(stored, mode.seen());
      case Delete delete -> conflict(stored, delete.seen());
    };
  }

  private static Optional<ErrorCode> conflict(
      @Nullable ReplicaSnapshot stored, RecordIdentificationNumber seen) {
    if (stored == null) {
      return Optional.of(ErrorCode.DBM_REPLICA_ABSENT);
    }
    return stored.recordNumber().equals(seen)
        ? Optional.empty()
        : Optional.of(ErrorCode.DBM_REPLICA_CHANGED);
  }

  private @Nullable ReplicaDraft after(
      HandRegistration by, Entry entry, @Nullable ReplicaSnapshot stored) {
    ReplicaKey key = entry.key();
    LayoutEdition edition = edition(by, key, stored);
    return switch (entry.wanted()) {
      case Register wanted ->
          new ReplicaDraft(
              key,
              edition,
              wanted.parentRecordKey(),
              wanted.publishedFrom(),
              wanted.publishedTo(),
              wanted.regionCode(),
              wanted.mode(),
              wanted.items());
      case Correct wanted when stored != null ->
          new ReplicaDraft(
              key,
              edition,
              stored.parentRecordKey(),
              wanted.publishedFrom(),
              wanted.publishedTo(),
              stored.regionCode(),
              null,
              corrected(stored.items(), wanted.items()));
      case SetResponseMode wanted when stored != null ->
          new ReplicaDraft(
              key,
              stored.edition(),
              stored.parentRecordKey(),
              stored.publishedFrom(),
              stored.publishedTo(),
              stored.regionCode(),
              wanted.mode(),
              stored.items());
      case Correct unknown -> null;
      case SetResponseMode unknown -> null;
      case Delete wanted -> null;
    };
  }

  /** The one that is stored goes on; a newer one only where that is no longer in force. */
  private LayoutEdition edition(
      HandRegistration by, ReplicaKey key, @Nullable ReplicaSnapshot stored) {
    LocalDate today = JapanDay.of(by.enteredAt());
    Optional<StandardLayout> own =
        stored == null
            ? Optional.empty()
            : layouts.find(key.information(), stored.edition(), today);
    return own.or(() -> layouts.newest(key.information(), today))
        .map(StandardLayout::edition)
        .orElseGet(() -> stored == null ? new LayoutEdition("0") : stored.edition());
  }

  private static Map<ItemCode, String> corrected(
      Map<ItemCode, String> stored, Map<ItemCode, @Nullable String> changes) {
    Map<ItemCode, String> items = new LinkedHashMap<>(stored);
    changes.forEach(
        (code, value) -> {
          if (value == null) {
            items.remove(code);
          } else {
            items.put(code, value);
          }
        });
    return items;
  }

  private static boolean changesNothing(ReplicaSnapshot stored, ReplicaDraft after) {
    boolean held = after.responseMode() == ResponseMode.APPROVAL_REQUIRED;
    return after.edition().equals(stored.edition())
        && stored.publishedFrom().equals(after.publishedFrom())
        && Objects.equals(stored.publishedTo(), after.publishedTo())
        && after.items().equals(stored.items())
        && (after.responseMode() == null || held == stored.isHeld());
  }
}
