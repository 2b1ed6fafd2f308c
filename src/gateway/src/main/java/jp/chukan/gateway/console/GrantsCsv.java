package jp.chukan.gateway.console;

import java.util.List;
import java.util.stream.Collectors;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.grant.GrantMark;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import org.jspecify.annotations.Nullable;

/** A grant as a row of a file. */
final class GrantsCsv {
  static final List<String> HEADER =
      List.of(
          "ユーザーID", "氏名", "部署コード", "事務コード", "機能", "有効開始日", "有効終了日", "残日数", "理由", "申請者", "申請日時",
          "付与者", "付与日時", "確認事項");

  private GrantsCsv() {}

  static List<String> row(ReviewedGrant reviewed) {
    Grant grant = reviewed.stored().grant();
    return List.of(
        grant.user().value(),
        text(reviewed.displayName()),
        grant.department().value(),
        grant.affair().value(),
        grant.function().japanese(),
        CsvTimes.day(grant.from()),
        CsvTimes.day(grant.to()),
        // a number below 0 would begin like a formula
        String.valueOf(Math.max(reviewed.daysLeft(), 0)),
        grant.reason(),
        text(reviewed.appliedBy()),
        CsvTimes.time(reviewed.appliedAt()),
        reviewed.givenBy(),
        CsvTimes.time(reviewed.givenAt()),
        reviewed.marks().stream().map(GrantMark::japanese).collect(Collectors.joining("、")));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
