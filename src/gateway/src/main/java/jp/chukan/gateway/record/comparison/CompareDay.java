package jp.chukan.gateway.record.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.comparison.RecordFinding.Field;
import jp.chukan.gateway.record.comparison.RecordFinding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Holds the records of one day against each other (MS-12, MS-74). What another party cannot have
 * yet is under way, and no finding.
 */
final class CompareDay {
  private final InstitutionCode institution;
  private final Period day;
  private final RecordComparisonSettings settings;
  private final List<RecordFinding> findings = new ArrayList<>();
  private final Set<ProcessingNumber> open = new HashSet<>();

  CompareDay(InstitutionCode institution, Period day, RecordComparisonSettings settings) {
    this.institution = institution;
    this.day = day;
    this.settings = settings;
  }

  /**
   * A time between two instants.
   *
   * @param from not before
   * @param to before
   */
  record Period(Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /**
   * What came of it.
   *
   * @param findings whatever is wrong
   * @param own exchanges of the day that are recorded here
   * @param network those that the network has
   * @param other those that the other parties have
   * @param open those that are under way on one side
   */
  record Result(List<RecordFinding> findings, int own, int network, int other, int open) {}

  /**
   * @param own by number, those of the day and those of which the list speaks; several for one
   *     number when more than one has ended
   * @param list of the network, reaching somewhat over the day on both sides
   */
  Result compare(Map<ProcessingNumber, List<OwnExchange>> own, ExchangeRecordList list) {
    Map<ProcessingNumber, ReportedExchange> network = new HashMap<>();
    Map<ProcessingNumber, ReportedExchange> others = new HashMap<>();
    for (ReportedExchange one : list.records()) {
      (one.keeper() == Keeper.NETWORK ? network : others).put(one.number(), one);
    }
    int ofDay = 0;
    for (List<OwnExchange> same : own.values()) {
      if (day.holds(same.getFirst().inquiredAt())) {
        ofDay++;
        lookThere(same, network, others, list);
      }
    }
    for (ReportedExchange there : list.records()) {
      // the network alone says when it was asked, and whether the provider ever heard of it
      ReportedExchange asked = network.getOrDefault(there.number(), there);
      if (isOfDay(asked)
          && !(sideOf(there) == RecordSide.PROVIDER && asked.neverReachedProvider())) {
        lookHere(there, own, list);
      }
    }
    return new Result(
        List.copyOf(findings),
        ofDay,
        (int) network.values().stream().filter(this::isOfDay).count(),
        (int) others.values().stream().filter(this::isOfDay).count(),
        open.size());
  }

  private boolean isOfDay(ReportedExchange one) {
    return day.holds(one.inquiredAt());
  }

  /** Whether the others have what is kept here. */
  private void lookThere(
      List<OwnExchange> same,
      Map<ProcessingNumber, ReportedExchange> network,
      Map<ProcessingNumber, ReportedExchange> others,
      ExchangeRecordList list) {
    OwnExchange one = same.getLast();
    if (same.size() > 1) {
      findings.add(RecordFinding.of(Kind.DOUBLED, Keeper.NETWORK, one.number()));
    }
    ReportedExchange atNetwork = network.get(one.number());
    if (atNetwork == null) {
      missingThere(one, Keeper.NETWORK, list);
    }
    InstitutionCode party = one.otherParty();
    boolean reached = atNetwork == null || !atNetwork.neverReachedProvider();
    if (party != null
        && reached
        && list.reportingParties().contains(party)
        && !others.containsKey(one.number())) {
      missingThere(one, keeperOf(one.side()), list);
    }
  }

  private void missingThere(OwnExchange one, Keeper keeper, ExchangeRecordList list) {
    if (isFresh(one.record().decidedAt(), list)) {
      open.add(one.number());
    } else {
      findings.add(RecordFinding.of(Kind.MISSING_THERE, keeper, one.number()));
    }
  }

  /** Whether what another party keeps is kept here too, and says the same. */
  private void lookHere(
      ReportedExchange there,
      Map<ProcessingNumber, List<OwnExchange>> own,
      ExchangeRecordList list) {
    List<OwnExchange> here = own.getOrDefault(there.number(), List.of());
    if (here.isEmpty()) {
      missingHere(there, sideOf(there), list);
    } else {
      compare(here.getLast(), there, list);
    }
  }

  /** An inquirer has a record once its inquiry has ended. */
  private void missingHere(ReportedExchange there, RecordSide side, ExchangeRecordList list) {
    boolean waits = side == RecordSide.INQUIRER && there.outcome() == Outcome.PENDING;
    if (waits || isFresh(there.inquiredAt(), list)) {
      open.add(there.number());
    } else {
      findings.add(RecordFinding.of(Kind.MISSING_HERE, there.keeper(), there.number()));
    }
  }

  private void compare(OwnExchange here, ReportedExchange there, ExchangeRecordList list) {
    differ(here, there, Field.INQUIRER, here.record().inquirer(), there.inquirer());
    differ(here, there, Field.PROVIDER, here.record().provider(), there.provider());
    differ(here, there, Field.AFFAIR, here.record().affair(), there.affair());
    differ(here, there, Field.PROCEDURE, here.record().procedure(), there.procedure());
    differ(here, there, Field.INFORMATION, here.record().information(), there.information());
    if (there.keeper() == Keeper.NETWORK && !isSameTime(here, there.inquiredAt())) {
      differ(here, there, Field.INQUIRED_AT, here.inquiredAt(), there.inquiredAt());
    }
    boolean oneIsOpen = here.isOpen() != (there.outcome() == Outcome.PENDING);
    if (oneIsOpen && isFresh(here.record().decidedAt(), list)) {
      open.add(here.number());
      return;
    }
    if (here.isOpen() && !oneIsOpen) {
      open.add(here.number());
    }
    differ(here, there, Field.OUTCOME, here.outcome(), there.outcome());
    if (here.outcome() == there.outcome()) {
      differ(here, there, Field.ERROR_CODE, here.errorCode(), there.errorCode());
    }
  }

  /**
   * A provider keeps the time that the network told. An inquirer keeps when it was asked by its own
   * people: the network took the inquiry some time between that and its end.
   */
  private boolean isSameTime(OwnExchange here, Instant there) {
    Instant last =
        here.side() == RecordSide.INQUIRER ? here.record().decidedAt() : here.inquiredAt();
    return !there.isBefore(here.inquiredAt().minus(settings.timeDifference()))
        && !there.isAfter(last.plus(settings.timeDifference()));
  }

  private void differ(
      OwnExchange here,
      ReportedExchange there,
      Field field,
      @Nullable Object own,
      @Nullable Object reported) {
    // codes, times and outcomes print themselves
    String one = Objects.toString(own, null);
    String other = Objects.toString(reported, null);
    if (!Objects.equals(one, other)) {
      findings.add(
          new RecordFinding(Kind.DIFFERENT, there.keeper(), here.number(), field, one, other));
    }
  }

  private RecordSide sideOf(ReportedExchange there) {
    return there.provider().equals(institution) ? RecordSide.PROVIDER : RecordSide.INQUIRER;
  }

  /** Who else keeps what this institution keeps on this side. */
  private static Keeper keeperOf(RecordSide side) {
    return switch (side) {
      case INQUIRER -> Keeper.PROVIDER;
      case PROVIDER -> Keeper.INQUIRER;
    };
  }

  private boolean isFresh(Instant at, ExchangeRecordList list) {
    Duration age = Duration.between(at, list.publishedAt());
    return age.compareTo(settings.settle()) < 0;
  }
}
