package jp.chukan.gateway.record.seal;

import static jp.chukan.contract.evidence.EvidenceFault.BODY_REMOVED;
import static jp.chukan.contract.evidence.EvidenceFault.HEAD_SIGNATURE;
import static jp.chukan.contract.evidence.EvidenceFault.KNOWN_HEAD;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_ADDED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_CHANGED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_MOVED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_REMOVED;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.evidence.EvidenceFault;
import jp.chukan.contract.evidence.EvidenceFinding;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.gateway.kernel.JobProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attempt: somebody who has the database itself changes it. Result: an auditor is told where. */
@DisplayName("データベースの証跡の改ざん")
class TamperedEvidenceIT {
  private static final int LEAVES = 100;

  private final EvidenceBed bed = new EvidenceBed();

  @BeforeEach
  void fill() {
    bed.fill();
  }

  @Test // JN-19
  @DisplayName("手を加えていない証跡は、記録も操作も検証できる")
  void soundEvidenceIsVerified() {
    bed.keepRecords(1);

    EvidenceReport report = bed.verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.leaves()).isEqualTo(LEAVES + 1);
    assertThat(report.notSealed()).isEqualTo(1);
    assertThat(report.heads()).isEqualTo(4);
    assertThat(report.institution()).isEqualTo(ISHINOMAKI);
  }

  @Test // JN-19
  @DisplayName("記録の1バイトの変更が示される")
  void aChangedByteIsNamed() {
    bed.tamper("update provision_record set body = set_byte(body, 20, 57) where " + leafAt(30));

    assertFound(finding(RECORD_CHANGED, 30, 30, "PROVISION"));
  }

  @Test // JN-19, MS-70
  @DisplayName("操作ログの1バイトの変更が示される")
  void aChangedByteOfAnOperationIsNamed() {
    bed.tamper("update operation set body = set_byte(body, 20, 255) where " + leafAt(49));

    assertFound(finding(RECORD_CHANGED, 49, 49, "OPERATION"));
  }

  @Test // JN-19
  @DisplayName("記録とともに葉のハッシュを変えても示される")
  void aRecordChangedWithItsLeafIsNamed() {
    bed.tamper("update provision_record set body = set_byte(body, 20, 57) where " + leafAt(30));
    bed.tamper(
        """
        update record_leaf as leaf set leaf_hash = sha256('\\x00'::bytea || body)
          from provision_record as record
         where record.leaf_id = leaf.leaf_id and tree_position = 30
        """);

    assertFound(finding(RECORD_CHANGED, 30, 30, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("記録の削除が示される")
  void aDroppedRecordIsNamed() {
    bed.tamper("delete from provision_record where " + leafAt(61));
    assertFound(finding(BODY_REMOVED, 61, 61, ""));

    bed.tamper("delete from record_leaf where tree_position = 61");
    assertFound(finding(RECORD_REMOVED, 61, 61, ""));
  }

  @Test // JN-19
  @DisplayName("葉のない記録の差し込みが示される")
  void aRecordWithoutALeafIsNamed() {
    bed.tamper(
        """
        insert into provision_record (institution_code, leaf_id, side, outcome, decided_at, body)
        select institution_code, 1000000, side, outcome, decided_at, set_byte(body, 20, 57)
          from provision_record where\s"""
            + leafAt(12));

    assertFound(
        finding(RECORD_ADDED, EvidenceFinding.NOWHERE, EvidenceFinding.NOWHERE, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("葉を伴う記録の差し込みが示される")
  void aRecordInsertedWithALeafIsNamed() {
    bed.tamper(
        """
        with leaf as (
          insert into record_leaf (institution_code, kind, leaf_hash, written_at, tree_position)
          select institution_code, kind, sha256('\\x007b7d'::bytea), written_at, 12
            from record_leaf where tree_position = 12
          returning *)
        insert into provision_record (institution_code, leaf_id, side, outcome, decided_at, body)
        select institution_code, leaf_id, 'PROVIDER', 'PROVIDED', written_at, '{}'::bytea
          from leaf
        """);

    assertFound(finding(RECORD_ADDED, 12, 12, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("二つの記録の入れ替えが示される")
  void swappedRecordsAreNamed() {
    bed.tamper(
        """
        update provision_record as one set body = other.body
          from provision_record as other
         where (select tree_position from record_leaf where leaf_id = one.leaf_id)
             + (select tree_position from record_leaf where leaf_id = other.leaf_id) = 90
           and (select tree_position from record_leaf where leaf_id = one.leaf_id) in (5, 85)
        """);

    assertFound(finding(RECORD_MOVED, 5, 85, ""), finding(RECORD_MOVED, 85, 5, ""));
  }

  @Test // JN-19
  @DisplayName("末尾の切り取りが、以前に控えた先頭から分かる")
  void aTailThatIsCutOffIsFoundByAKnownHead() {
    RawSignedDocument known = bed.newestHead().signed();
    bed.tamper("delete from provision_record where leaf_id in (" + leavesFrom(75) + ")");
    bed.tamper("delete from operation where leaf_id in (" + leavesFrom(75) + ")");
    bed.tamper("delete from record_leaf where tree_position >= 75");
    assertThat(bed.verify().findings())
        .extracting(EvidenceFinding::fault)
        .hasSize(25)
        .containsOnly(RECORD_REMOVED);

    bed.tamper("delete from tree_head where tree_size > 75");
    assertThat(bed.verify().findings()).isEmpty();
    assertThat(bed.verify(known).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.fault()).isEqualTo(KNOWN_HEAD);
              assertThat(finding.from()).isEqualTo(LEAVES);
            });
  }

  @Test // JN-19, JN-27
  @DisplayName("別の鍵での署名し直しが示される")
  void headsSignedWithAnotherKeyAreNamed() {
    bed.tamper("update record_leaf set tree_position = null");
    bed.tamper("delete from tree_node");
    bed.tamper("delete from tree_head");
    bed.clock.advance(Duration.ofSeconds(1));
    bed.sealer(TestAuthority.at(bed.clock.instant())).seal(ISHINOMAKI, JobProgress.unfollowed());

    assertFound(finding(HEAD_SIGNATURE, 0, LEAVES - 1, "SCM-0227"));
  }

  private static String leafAt(int position) {
    return "leaf_id = (select leaf_id from record_leaf where tree_position = " + position + ")";
  }

  private static String leavesFrom(int position) {
    return "select leaf_id from record_leaf where tree_position >= " + position;
  }

  private void assertFound(EvidenceFinding... findings) {
    assertThat(bed.verify().findings()).containsExactly(findings);
  }

  private static EvidenceFinding finding(EvidenceFault fault, long from, long to, String detail) {
    return new EvidenceFinding(fault, from, to, detail);
  }
}
