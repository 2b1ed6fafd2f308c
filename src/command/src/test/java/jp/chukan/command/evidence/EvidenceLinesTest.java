package jp.chukan.command.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.evidence.EvidenceFault;
import jp.chukan.contract.evidence.EvidenceFinding;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeHead;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("証跡の検証結果の表示")
class EvidenceLinesTest {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

  @Test // JN-19
  @DisplayName("何も見つからなければ、そう終わる")
  void soundEvidenceEndsWithThatWord() {
    assertThat(EvidenceLines.of(report(List.of(), 0)))
        .containsExactly(
            "機関コード 0220104202101700、出力 2026-11-02T01:00:00Z",
            "記録 1,201件(封印前 1件、廃棄済み 30件)、署名された先頭 7件",
            "最新の先頭 2026-11-02T01:00:00Z、1,200件、ルート 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "タイムスタンプ 2026-11-02T01:00:00Z、1,100件まで証明",
            "改ざんは見つかりませんでした。");
  }

  @Test // JN-19
  @DisplayName("見つかったものは、位置と内容が一行ずつ示される")
  void eachFindingHasItsLine() {
    List<EvidenceFinding> findings =
        List.of(
            new EvidenceFinding(EvidenceFault.RECORD_CHANGED, 1_041, 1_041, "PROVISION"),
            new EvidenceFinding(EvidenceFault.RECORD_MOVED, 5, 85, ""),
            new EvidenceFinding(EvidenceFault.HEAD_SIGNATURE, 20, 39, "SCM-0202"),
            new EvidenceFinding(EvidenceFault.KNOWN_HEAD, 100, 100, ""),
            new EvidenceFinding(
                EvidenceFault.RECORD_ADDED,
                EvidenceFinding.NOWHERE,
                EvidenceFinding.NOWHERE,
                "OPERATION"));

    assertThat(EvidenceLines.of(report(findings, 12)))
        .contains(
            "異常 位置 1,041: 記録の内容が、封印された時と異なります。 (PROVISION)",
            "異常 位置 5 → 85: 記録が、封印された時と別の位置にあります。",
            "異常 位置 20~39: 先頭の署名を検証できません。 (SCM-0202)",
            "異常 100件: 以前に控えた先頭が、この証跡に含まれていません。末尾が切り取られたか、書き換えられています。",
            "異常 位置なし: 封印されていない記録が加えられています。 (OPERATION)",
            "ほかに 12件の異常",
            "改ざんが見つかりました。");
  }

  @Test // JN-19
  @DisplayName("読めないファイルは、その行が示される")
  void aFileThatCannotBeReadNamesTheLine() {
    assertThat(EvidenceLines.refusal(Refusal.of(ErrorCode.TKM_EVIDENCE_FORM).inRecord("12")))
        .isEqualTo("TKM-0202 証跡ファイルの形式が正しくありません。 (12行目)");
  }

  private static EvidenceReport report(List<EvidenceFinding> findings, long further) {
    return new EvidenceReport(
        ISHINOMAKI,
        NOW,
        1_201,
        1,
        30,
        7,
        new TreeHead(ISHINOMAKI, 1_200, TreeHash.ofNothing(), NOW),
        1_100,
        NOW,
        findings,
        further);
  }
}
