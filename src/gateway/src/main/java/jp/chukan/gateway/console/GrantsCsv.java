package jp.chukan.gateway.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.grant.GrantMark;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import org.jspecify.annotations.Nullable;

/** The listing of the grants as a file that office software opens: UTF-8 with a mark, CRLF. */
final class GrantsCsv {
  private static final String MARK = "\uFEFF";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withZone(ZoneId.of("Asia/Tokyo"));
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private GrantsCsv() {}

  static byte[] write(List<ReviewedGrant> grants) {
    StringWriter text = new StringWriter().append(MARK);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(
          "ユーザーID", "氏名", "部署コード", "事務コード", "機能", "有効開始日", "有効終了日", "残日数", "理由", "申請者", "申請日時",
          "付与者", "付与日時", "確認事項");
      for (ReviewedGrant grant : grants) {
        csv.writeRecord(row(grant).map(GrantsCsv::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<String> row(ReviewedGrant reviewed) {
    Grant grant = reviewed.stored().grant();
    return Stream.of(
        grant.user().value(),
        text(reviewed.displayName()),
        grant.department().value(),
        grant.affair().value(),
        grant.function().japanese(),
        DAY.format(grant.from()),
        DAY.format(grant.to()),
        // a number below 0 would begin like a formula
        String.valueOf(Math.max(reviewed.daysLeft(), 0)),
        grant.reason(),
        text(reviewed.appliedBy()),
        time(reviewed.appliedAt()),
        reviewed.givenBy(),
        time(reviewed.givenAt()),
        reviewed.marks().stream().map(GrantMark::japanese).collect(Collectors.joining("、")));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  /** A text that office software would take for a formula is marked as text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
