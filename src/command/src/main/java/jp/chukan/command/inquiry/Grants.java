package jp.chukan.command.inquiry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** The file of 「権限」 that lets {@link InquiryPlan#USER} inquire (MS-22, JN-36). */
public final class Grants {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");
  private static final String HEADER = "ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由\r\n";
  private static final int FIRST_MONTH = 4;

  private Grants() {}

  /** For every affair of these tuples, from today to the end of the fiscal year. */
  public static String of(Parties parties) {
    var today = LocalDate.ofInstant(parties.requestedAt(), JAPAN);
    return HEADER
        + parties.tuples().stream()
            .map(PermittedTuple::affair)
            .distinct()
            .map(
                affair ->
                    "%s,%s,%s,照会,%s,%s,情報照会の試験\r\n"
                        .formatted(
                            InquiryPlan.USER.value(),
                            InquiryPlan.DEPARTMENT.value(),
                            affair.value(),
                            DAY.format(today),
                            DAY.format(endOfFiscalYear(today))))
            .collect(Collectors.joining());
  }

  private static LocalDate endOfFiscalYear(LocalDate day) {
    int year = day.getMonthValue() < FIRST_MONTH ? day.getYear() : day.getYear() + 1;
    return LocalDate.of(year, 3, 31);
  }
}
