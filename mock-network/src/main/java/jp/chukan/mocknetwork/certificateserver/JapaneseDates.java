package jp.chukan.mocknetwork.certificateserver;

import java.time.LocalDate;
import java.time.Period;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days and periods as certificates write them: 「和暦」. */
final class JapaneseDates {
  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPANESE);

  private JapaneseDates() {}

  static String of(LocalDate day) {
    JapaneseDate japanese = JapaneseDate.from(day);
    int year = japanese.get(ChronoField.YEAR_OF_ERA);
    return "%s%s年%d月%d日"
        .formatted(
            ERA.format(japanese),
            year == 1 ? "元" : String.valueOf(year),
            day.getMonthValue(),
            day.getDayOfMonth());
  }

  /** 在留期間: years, months or days, whichever it is counted in. */
  static String of(Period period) {
    StringBuilder text = new StringBuilder();
    if (period.getYears() > 0) {
      text.append(period.getYears()).append("年");
    }
    if (period.getMonths() > 0) {
      text.append(period.getMonths()).append("月");
    }
    if (period.getDays() > 0) {
      text.append(period.getDays()).append("日");
    }
    return text.toString();
  }
}
