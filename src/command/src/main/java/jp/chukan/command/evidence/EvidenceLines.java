package jp.chukan.command.evidence;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.evidence.EvidenceFinding;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.contract.evidence.TreeHead;
import jp.chukan.contract.evidence.VerifiedTreeHead;
import org.jspecify.annotations.Nullable;

/** What an auditor reads of a verification; nothing of what the records hold. */
final class EvidenceLines {
  private EvidenceLines() {}

  static List<String> of(EvidenceReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("機関コード %s、出力 %s".formatted(report.institution(), report.exportedAt()));
    lines.add(
        "記録 %,d件(封印前 %,d件、廃棄済み %,d件)、署名された先頭 %,d件"
            .formatted(report.leaves(), report.notSealed(), report.purged(), report.heads()));
    TreeHead newest = report.newest();
    if (newest != null) {
      lines.add(
          "最新の先頭 %s、%,d件、ルート %s".formatted(newest.signedAt(), newest.treeSize(), newest.root()));
    }
    if (report.stampedAt() != null) {
      lines.add("タイムスタンプ %s、%,d件まで証明".formatted(report.stampedAt(), report.stampedSize()));
    }
    report.findings().forEach(finding -> lines.add("異常 " + of(finding)));
    if (report.furtherFindings() > 0) {
      lines.add("ほかに %,d件の異常".formatted(report.furtherFindings()));
    }
    lines.add(report.isSound() ? "改ざんは見つかりませんでした。" : "改ざんが見つかりました。");
    return lines;
  }

  static List<String> of(InclusionProof proof, VerifiedTreeHead head, @Nullable TimeStamp stamp) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "機関コード %s、%s、位置 %,d".formatted(proof.institution(), proof.kind(), proof.path().position()));
    lines.add(
        "この記録は、%s に署名された先頭(%,d件)に含まれています。"
            .formatted(head.head().signedAt(), head.head().treeSize()));
    lines.add(
        stamp == null
            ? "この先頭にタイムスタンプはありません。"
            : "タイムスタンプ %s (%s)".formatted(stamp.time(), stamp.authority()));
    return lines;
  }

  static String refusal(Refusal refusal) {
    return refusal.code().id()
        + " "
        + refusal.code().message()
        + (refusal.record() == null ? "" : " (" + refusal.record() + "行目)");
  }

  private static String of(EvidenceFinding finding) {
    return switch (finding.fault()) {
      case RECORD_MOVED -> "位置 %,d → %,d: ".formatted(finding.from(), finding.to()) + text(finding);
      case KNOWN_HEAD -> "%,d件: ".formatted(finding.from()) + text(finding);
      default -> place(finding) + ": " + text(finding);
    };
  }

  private static String place(EvidenceFinding finding) {
    if (finding.from() == EvidenceFinding.NOWHERE) {
      return "位置なし";
    }
    return finding.from() == finding.to()
        ? "位置 %,d".formatted(finding.from())
        : "位置 %,d~%,d".formatted(finding.from(), finding.to());
  }

  private static String text(EvidenceFinding finding) {
    return finding.fault().text()
        + (finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")");
  }
}
