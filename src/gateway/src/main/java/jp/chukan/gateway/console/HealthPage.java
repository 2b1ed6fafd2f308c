package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.operation.PartsHealth;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordStatistics;
import jp.chukan.gateway.record.RecordStatistics.DayCount;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the platform runs, for who runs it: parts, queues and counts, nothing of anybody (MS-93). */
@Controller
@OpenTo(StaffRole.OPERATOR)
class HealthPage {
  private static final int DAYS = 14;

  private final PartsHealth parts;
  private final QueueDepths queues;
  private final RecordStatistics statistics;
  private final ServedInstitutions institutions;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  HealthPage(
      PartsHealth parts,
      QueueDepths queues,
      RecordStatistics statistics,
      ServedInstitutions institutions,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.parts = parts;
    this.queues = queues;
    this.statistics = statistics;
    this.institutions = institutions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Records of one affair.
   *
   * @param affair 「事務コード」, empty where it could not be read
   * @param counts how many ended how; an outcome without any is left out
   */
  record AffairCounts(String affair, Map<RecordOutcome, Long> counts) {}

  @GetMapping("/console/health")
  String show(Model model) {
    LocalDate today = JapanDay.of(clock.instant());
    LocalDate from = today.minusDays(DAYS - 1L);
    List<DayCount> counts =
        institutions.codes().stream()
            .flatMap(
                code -> transactions.within(code, () -> statistics.byDay(from, today)).stream())
            .toList();
    model.addAttribute("parts", parts.all());
    model.addAttribute("queues", queues.all());
    model.addAttribute("plot", StatisticsPlot.of(from, today, counts));
    model.addAttribute("affairs", byAffair(counts));
    model.addAttribute("outcomes", RecordOutcome.values());
    model.addAttribute("days", DAYS);
    return "console/health";
  }

  private static List<AffairCounts> byAffair(List<DayCount> counts) {
    return counts.stream()
        .collect(
            Collectors.groupingBy(
                count -> count.affair() == null ? "" : count.affair().value(),
                TreeMap::new,
                Collectors.groupingBy(
                    DayCount::outcome, Collectors.summingLong(DayCount::records))))
        .entrySet()
        .stream()
        .map(entry -> new AffairCounts(entry.getKey(), entry.getValue()))
        .toList();
  }
}
