package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.console.CodePlot.CodeCounts;
import jp.chukan.gateway.console.StatisticsLook.Statistics;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordStatistics.DayCount;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Statistics by day, 「事務」, 「特定個人情報名」 and outcome, and how long held cases waited: plots with the
 * same numbers as tables. A file of it leaves only with those who administer or run the platform
 * (JN-21).
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR, StaffRole.OPERATOR})
class StatisticsPage {
  private final StatisticsLook look;
  private final AffairLabels affairs;
  private final Names names;
  private final InstantSource clock;

  StatisticsPage(StatisticsLook look, AffairLabels affairs, Names names, InstantSource clock) {
    this.look = look;
    this.affairs = affairs;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Records of one day.
   *
   * @param day in Japan
   * @param counts how many ended how; an outcome without any is left out
   */
  record DayCounts(LocalDate day, Map<RecordOutcome, Long> counts) {}

  @GetMapping("/console/statistics")
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Model model) {
    LocalDate today = JapanDay.of(clock.instant());
    StatisticsPeriod asked = StatisticsPeriod.of(from, to, today).orElse(null);
    model.addAttribute("from", asked == null ? from : asked.from());
    model.addAttribute("to", asked == null ? to : asked.to());
    model.addAttribute("longest", StatisticsPeriod.LONGEST);
    model.addAttribute("mayTakeOut", mayTakeOut(staff));
    model.addAttribute("everywhere", staff.mayActAs(StaffRole.OPERATOR));
    if (asked == null) {
      model.addAttribute("faultyPeriod", true);
    } else {
      fill(model, asked, look.look(staff, asked, OperationKind.VIEW));
    }
    return "console/statistics";
  }

  /** The same numbers as a file; that it left is kept (JN-37). */
  @PostMapping("/console/statistics/file")
  @OpenTo({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR})
  ResponseEntity<byte[]> file(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    StatisticsPeriod asked =
        StatisticsPeriod.of(from, to, JapanDay.of(clock.instant()))
            .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "from"));
    byte[] csv = StatisticsFile.write(look.look(staff, asked, OperationKind.EXPORT));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"statistics-%s-%s.csv\"".formatted(asked.from(), asked.to()))
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .body(csv);
  }

  private static boolean mayTakeOut(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.ADMINISTRATOR) || staff.mayActAs(StaffRole.OPERATOR);
  }

  private void fill(Model model, StatisticsPeriod period, Statistics statistics) {
    List<DayCount> counts = statistics.counts();
    List<CodeCounts> byAffair =
        CodePlot.sums(
            counts, count -> count.affair() == null ? null : count.affair().value(), affairs::name);
    List<CodeCounts> byInformation =
        CodePlot.sums(
            counts,
            count -> count.information() == null ? null : count.information().value(),
            this::informationName);
    List<WaitingDay> waiting = WaitingDay.of(statistics.waited());
    model.addAttribute("plot", StatisticsPlot.of(period.from(), period.to(), counts));
    model.addAttribute("dayCounts", byDay(counts));
    model.addAttribute("affairPlot", CodePlot.of(byAffair));
    model.addAttribute("affairs", byAffair);
    model.addAttribute("informationPlot", CodePlot.of(byInformation));
    model.addAttribute("information", byInformation);
    model.addAttribute("waitingPlot", WaitingPlot.of(period.from(), period.to(), waiting));
    model.addAttribute("waiting", waiting);
    model.addAttribute("outcomes", RecordOutcome.values());
  }

  private @Nullable String informationName(String code) {
    String name = names.information(new SpecificPersonalInformationCode(code));
    return name.equals(code) ? null : name;
  }

  private static List<DayCounts> byDay(List<DayCount> counts) {
    return counts.stream()
        .collect(
            Collectors.groupingBy(
                DayCount::day,
                TreeMap::new,
                Collectors.groupingBy(
                    DayCount::outcome, Collectors.summingLong(DayCount::records))))
        .entrySet()
        .stream()
        .map(day -> new DayCounts(day.getKey(), day.getValue()))
        .toList();
  }
}
