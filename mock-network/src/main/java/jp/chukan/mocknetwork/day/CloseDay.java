package jp.chukan.mocknetwork.day;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.day.DayReport.Border;
import jp.chukan.mocknetwork.day.DayReport.Inquiries;
import jp.chukan.mocknetwork.day.DayReport.Newcomers;
import jp.chukan.mocknetwork.day.DayReport.Outage;
import jp.chukan.mocknetwork.day.DayReport.Refusals;
import jp.chukan.mocknetwork.day.PlayDay.Played;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.residentrecords.DailyFeed;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.CopiedFile.Comparison;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * After the last hour: what is still on its way arrives, the 日次連携 brings what an outage swallowed,
 * newcomers get their 符号, and then everything is held against its original.
 */
@Component
final class CloseDay {
  private static final Logger log = LoggerFactory.getLogger(CloseDay.class);

  private final ResidentRegisters registers;
  private final KeptMessages messages;
  private final DailyFeed feed;
  private final Municipalities municipalities;
  private final AskMinistries ministries;
  private final List<CopiedFile> files;
  private final BorderWatch border;

  CloseDay(
      ResidentRegisters registers,
      KeptMessages messages,
      DailyFeed feed,
      Municipalities municipalities,
      AskMinistries ministries,
      List<CopiedFile> files,
      BorderWatch border) {
    this.registers = registers;
    this.messages = messages;
    this.feed = feed;
    this.municipalities = municipalities;
    this.ministries = ministries;
    this.files = List.copyOf(files);
    this.border = border;
  }

  /** How many 住民票 each municipality had when the day began. */
  Map<InstitutionCode, Integer> population() {
    Map<InstitutionCode, Integer> population = new TreeMap<>(comparing(InstitutionCode::value));
    registers
        .municipalities()
        .forEach(one -> population.put(one, registers.of(one).everybody().size()));
    return population;
  }

  DayReport close(
      DayOrder order,
      DayClock clock,
      Played played,
      Heard heard,
      Map<InstitutionCode, Integer> population,
      Progress progress) {
    List<String> failures = new ArrayList<>(played.failures());
    progress.at(clock.closing());
    progress.phase("閉庁後: 届いていない電文を待つ");
    messages.awaitEmpty();
    progress.phase("日次連携");
    int fed = feed(clock.closing(), failures);
    messages.awaitEmpty();
    progress.phase("新しい住民の符号");
    Newcomers newcomers = acquireLinkageCodes(population);
    if (newcomers.refused() > 0) {
      failures.add(newcomers.refused() + " newcomers got no 処理通番");
    }
    progress.phase("情報照会");
    Inquiries inquiries = ministries.end(played.asked());
    if (inquiries.wrong() > 0) {
      failures.add(inquiries.wrong() + " inquiries came to something else");
    }
    List<Comparison> comparisons = new ArrayList<>();
    if (order.inquiries()) {
      comparisons.addAll(
          ministries.aboutEverybodyWhoChanged(
              clock.opening().minusMillis(1), new Random(order.seed())));
    }
    progress.phase("副本と正本の比較");
    comparisons.addAll(0, compare(failures));
    comparisons.stream()
        .filter(one -> !one.isEqual())
        .forEach(one -> failures.add("differs: " + one.file()));
    Refusals refusals =
        MatchRefusals.match(played.provoked(), heard.refused(), played.outages()::explain);
    refusals.missing().forEach(one -> failures.add("not in the log: " + one));
    refusals.surplus().forEach(one -> failures.add("nobody provoked: " + one));
    Border seen = border();
    seen.found().forEach(one -> failures.add(one.kind() + " crossed the border: " + one.message()));
    progress.phase("終了");
    return new DayReport(
        clock.day().toString(),
        order.seed(),
        byName(progress.events()),
        byName(played.impossible()),
        heard.links(),
        played.scenes(),
        outages(played, heard),
        refusals,
        newcomers,
        fed,
        inquiries,
        comparisons,
        seen,
        failures);
  }

  private int feed(Instant until, List<String> failures) {
    int fed = 0;
    for (InstitutionCode municipality : registers.municipalities()) {
      DailyFeed.Fed one = feed.feed(municipality, until);
      fed += one.residents();
      if (one.replicas().refused() > 0) {
        failures.add(one.replicas().refused() + " 副本 refused at " + municipality);
      }
    }
    return fed;
  }

  private Newcomers acquireLinkageCodes(Map<InstitutionCode, Integer> population) {
    int residents = 0;
    int requested = 0;
    int refused = 0;
    for (InstitutionCode municipality : registers.municipalities()) {
      List<Resident> everybody = registers.of(municipality).everybody();
      int before = population.getOrDefault(municipality, 0);
      residents += everybody.size() - before;
      Set<Object> known = new HashSet<>();
      everybody.subList(0, before).forEach(one -> known.add(one.recordCode()));
      for (Resident one : everybody.subList(before, everybody.size())) {
        // whoever has come back, or was naturalised, has a 符号 here already
        if (known.add(one.recordCode())) {
          Municipalities.Counts counts =
              municipalities.acquireLinkageCodes(
                  municipality, BusinessSystem.RESIDENT_RECORDS, one.index(), one.index() + 1);
          requested += counts.accepted();
          refused += counts.refused();
        }
      }
    }
    return new Newcomers(residents, requested, refused);
  }

  private List<Comparison> compare(List<String> failures) {
    List<Comparison> comparisons = new ArrayList<>();
    for (CopiedFile file : files) {
      try {
        comparisons.addAll(file.compare());
      } catch (RuntimeException broken) {
        log.error("{} cannot be compared", file.getClass().getSimpleName(), broken);
        failures.add("cannot be compared: " + file.getClass().getSimpleName());
      }
    }
    return comparisons;
  }

  private Border border() {
    List<BorderWatch.Seen> seen = border.seen();
    return new Border(
        seen.stream().mapToLong(BorderWatch.Seen::messages).sum(),
        seen.stream().mapToLong(BorderWatch.Seen::bytes).sum(),
        everybody().map(Resident::recordCode).distinct().count(),
        seen,
        border.found(
            everybody().map(Resident::individualNumber), everybody().map(Resident::recordCode)));
  }

  private Stream<Resident> everybody() {
    return registers.municipalities().stream()
        .flatMap(municipality -> registers.of(municipality).everybody().stream());
  }

  private static List<Outage> outages(Played played, Heard heard) {
    return played.outages().ended().stream()
        .map(
            one ->
                new Outage(
                    one.system().label(),
                    clockTime(one.from()),
                    clockTime(one.to()),
                    (int) heard.refused().stream().filter(one::explains).count()))
        .toList();
  }

  private static String clockTime(Instant at) {
    return at.atZone(DayClock.JAPAN).toLocalTime().withNano(0).toString();
  }

  private static Map<String, Integer> byName(Map<EventKind, Integer> counts) {
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((kind, count) -> named.put(kind.japanese(), count));
    return named;
  }
}
