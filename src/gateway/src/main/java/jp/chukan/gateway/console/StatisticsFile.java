package jp.chukan.gateway.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.console.StatisticsLook.Statistics;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.RecordStatistics.DayCount;

/**
 * Statistics as CSV: UTF-8 with a byte order mark, which spreadsheets want, CRLF, every field in
 * quotes; no personal data.
 */
final class StatisticsFile {
  private static final List<String> HEADER =
      List.of(
          "種別",
          "日",
          "区分",
          "事務コード",
          "特定個人情報名コード",
          "結果",
          "件数",
          "待ち時間の中央値(分)",
          "待ち時間の90%値(分)",
          "最長の待ち時間(分)");

  private StatisticsFile() {}

  private record Key(
      LocalDate day, RecordSide side, String affair, String information, RecordOutcome outcome)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::day)
          .thenComparing(Key::side)
          .thenComparing(Key::affair)
          .thenComparing(Key::information)
          .thenComparing(Key::outcome)
          .compare(this, other);
    }
  }

  static byte[] write(Statistics statistics) {
    Map<Key, Long> sums =
        statistics.counts().stream()
            .collect(
                Collectors.groupingBy(
                    StatisticsFile::key, TreeMap::new, Collectors.summingLong(DayCount::records)));
    return Stream.of(
            Stream.of(HEADER),
            sums.entrySet().stream().map(sum -> record(sum.getKey(), sum.getValue())),
            WaitingDay.of(statistics.waited()).stream().map(StatisticsFile::waiting))
        .flatMap(rows -> rows)
        .map(
            row ->
                row.stream()
                    .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",", "", "\r\n")))
        .collect(Collectors.joining("", "\uFEFF", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Key key(DayCount count) {
    return new Key(
        count.day(),
        count.side(),
        count.affair() == null ? "" : count.affair().value(),
        count.information() == null ? "" : count.information().value(),
        count.outcome());
  }

  private static List<String> record(Key key, long records) {
    return List.of(
        "記録",
        key.day().toString(),
        key.side().name(),
        key.affair(),
        key.information(),
        key.outcome().name(),
        Long.toString(records),
        "",
        "",
        "");
  }

  private static List<String> waiting(WaitingDay day) {
    return List.of(
        "承認待ち",
        day.day().toString(),
        "",
        "",
        "",
        "",
        Long.toString(day.cases()),
        Long.toString(day.median()),
        Long.toString(day.ninth()),
        Long.toString(day.longest()));
  }
}
