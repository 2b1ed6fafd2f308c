package jp.chukan.contract.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.evidence.EvidenceFault.BATCH_REWRITTEN;
import static jp.chukan.contract.evidence.EvidenceFault.BODY_REMOVED;
import static jp.chukan.contract.evidence.EvidenceFault.FILE_CUT;
import static jp.chukan.contract.evidence.EvidenceFault.HEAD_MISMATCH;
import static jp.chukan.contract.evidence.EvidenceFault.HEAD_SIGNATURE;
import static jp.chukan.contract.evidence.EvidenceFault.KNOWN_HEAD;
import static jp.chukan.contract.evidence.EvidenceFault.LEAF_LIST_CHANGED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_ADDED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_CHANGED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_MOVED;
import static jp.chukan.contract.evidence.EvidenceFault.RECORD_REMOVED;
import static jp.chukan.contract.evidence.EvidenceFault.TIME_STAMP;
import static jp.chukan.contract.evidence.EvidenceFault.TIME_STAMP_LATE;
import static jp.chukan.contract.evidence.Ledger.BEGIN;
import static jp.chukan.contract.evidence.Ledger.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempt: somebody with the disk changes the evidence. Result: found, and named where it is. */
@DisplayName("証跡の検証")
class EvidenceVerifierTest {
  private final Ledger ledger = Ledger.of(5, 20);

  @Test // JN-19
  @DisplayName("手を加えられていない証跡には何も見つからない")
  void nothingIsFoundInSoundEvidence() {
    ledger.leaves.add(ledger.leaf("OPERATION", "{\"later\":true}"));

    EvidenceReport report = ledger.verify(ledger.heads.get(2).signed());

    assertThat(report.findings()).isEmpty();
    assertThat(report.isSound()).isTrue();
    assertThat(report.leaves()).isEqualTo(101);
    assertThat(report.notSealed()).isEqualTo(1);
    assertThat(report.heads()).isEqualTo(5);
    assertThat(report.stampedSize()).isEqualTo(100);
    assertThat(report.stampedAt()).isEqualTo(BEGIN.plusSeconds(4));
  }

  @Test // JN-19
  @DisplayName("どの記録の1バイトが変わっても、その記録が示される")
  void aChangedByteNamesItsRecord() {
    for (int position = 0; position < ledger.leaves.size(); position++) {
      EvidenceLeaf sound = ledger.leaves.get(position);
      ledger.leaves.set(position, ledger.changed(position, "{\"number\":" + (position + 1) + "]"));
      assertFound(finding(RECORD_CHANGED, position, position, "PROVISION"));
      ledger.leaves.set(position, sound);
    }
  }

  @Test // JN-19
  @DisplayName("内容とともにハッシュも書き換えても、その記録が示される")
  void aRecordChangedTogetherWithItsHashIsNamed() {
    EvidenceLeaf forged = ledger.leaf("PROVISION", "{\"number\":-1}");
    ledger.leaves.set(33, new EvidenceLeaf(33L, forged.kind(), forged.hash(), forged.body()));

    assertFound(finding(RECORD_CHANGED, 33, 33, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("記録を取り除くと、その記録が示される")
  void aDroppedRecordIsNamed() {
    ledger.leaves.remove(41);

    assertFound(finding(RECORD_REMOVED, 41, 41, ""));
  }

  @Test // JN-19
  @DisplayName("記録を取り除いて番号を詰めると、取り除かれた記録とずれた記録が示される")
  void aDroppedRecordIsNamedThoughTheOthersWereMovedUp() {
    ledger.leaves.remove(97);
    renumber();

    assertFound(
        finding(RECORD_REMOVED, 97, 97, ""),
        finding(RECORD_MOVED, 98, 97, ""),
        finding(RECORD_MOVED, 99, 98, ""));
  }

  @Test // JN-19
  @DisplayName("記録を差し込むと、その位置が示される")
  void anInsertedRecordIsNamed() {
    EvidenceLeaf forged = ledger.leaf("PROVISION", "{\"number\":-1}");
    ledger.leaves.add(52, new EvidenceLeaf(52L, forged.kind(), forged.hash(), forged.body()));

    assertFound(finding(RECORD_ADDED, 52, 52, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("封印の後ろに記録を差し込んでも、その位置が示される")
  void aRecordBehindTheLastHeadIsNamed() {
    EvidenceLeaf forged = ledger.leaf("PROVISION", "{\"number\":-1}");
    ledger.leaves.add(new EvidenceLeaf(100L, forged.kind(), forged.hash(), forged.body()));

    assertFound(finding(RECORD_ADDED, 100, 100, "PROVISION"));
  }

  @Test // JN-19
  @DisplayName("二つの記録を入れ替えると、両方が示される")
  void swappedRecordsAreNamed() {
    EvidenceLeaf one = ledger.leaves.get(7);
    EvidenceLeaf other = ledger.leaves.get(83);
    ledger.leaves.set(7, ledger.changed(7, String.valueOf(other.body())));
    ledger.leaves.set(83, ledger.changed(83, String.valueOf(one.body())));

    assertFound(finding(RECORD_MOVED, 7, 83, ""), finding(RECORD_MOVED, 83, 7, ""));
  }

  @Test // JN-19
  @DisplayName("二つの記録を葉ごと入れ替えても、両方が示される")
  void recordsSwappedWithTheirLeavesAreNamed() {
    Collections.swap(ledger.leaves, 7, 8);
    renumber();

    assertFound(finding(RECORD_MOVED, 7, 8, ""), finding(RECORD_MOVED, 8, 7, ""));
  }

  @Test // JN-19
  @DisplayName("末尾の記録だけを切り取ると、なくなった記録が示される")
  void aTailCutOffUnderItsHeadIsNamed() {
    ledger.leaves.subList(98, 100).clear();

    assertFound(finding(RECORD_REMOVED, 98, 98, ""), finding(RECORD_REMOVED, 99, 99, ""));
  }

  @Test // JN-19
  @DisplayName("末尾を先頭の署名ごと切り取っても、以前に控えた先頭から分かる")
  void aTailCutOffWithItsHeadsIsFoundByAKnownHead() {
    RawSignedDocument known = ledger.heads.getLast().signed();
    ledger.leaves.subList(80, 100).clear();
    ledger.heads.removeLast();

    assertThat(ledger.verify().findings()).isEmpty();
    assertThat(ledger.verify(known).findings())
        .containsExactly(finding(KNOWN_HEAD, 100, 100, BEGIN.plusSeconds(4).toString()));
  }

  @Test // JN-19
  @DisplayName("すべてを作り直しても、以前に控えた先頭から分かる")
  void aTreeMadeAnewIsFoundByAKnownHead() {
    RawSignedDocument known = ledger.heads.get(1).signed();
    Ledger anew = new Ledger();
    anew.keep("PROVISION", "{\"number\":-1}");
    for (int i = 1; i < 40; i++) {
      anew.keep("PROVISION", "{\"number\":" + i + "}");
    }
    anew.seal();

    assertThatThrownBy(() -> anew.verify(known)).isInstanceOf(InvalidInputException.class);
    RawSignedDocument same =
        Ledger.sign(
            anew.authority.signingKey(ISHINOMAKI),
            new TreeHeadVerifier(ledger.authority.trustAnchors()).verify(known, ISHINOMAKI).head());
    assertThat(anew.verify(same).findings())
        .containsExactly(finding(KNOWN_HEAD, 40, 40, BEGIN.plusSeconds(1).toString()));
  }

  @Test // JN-19, JN-27
  @DisplayName("別の鍵で署名し直した先頭は、すべて示される")
  void headsSignedWithAnotherKeyAreNamed() {
    SigningKey stranger = TestAuthority.at(BEGIN).signingKey(ISHINOMAKI);
    resign(stranger);

    EvidenceReport report = ledger.verify();

    assertThat(report.findings())
        .extracting(EvidenceFinding::fault)
        .containsOnly(HEAD_SIGNATURE)
        .hasSize(5);
    assertThat(report.findings().get(1)).isEqualTo(finding(HEAD_SIGNATURE, 20, 39, "SCM-0227"));
    assertThat(report.newest()).isNull();
  }

  @Test // JN-19, JN-27
  @DisplayName("別の機関の鍵で署名し直した先頭は、すべて示される")
  void headsSignedByAnotherInstitutionAreNamed() {
    resign(ledger.authority.signingKey(new InstitutionCode("0220108220101700")));

    assertThat(ledger.verify().findings())
        .hasSize(5)
        .contains(finding(HEAD_SIGNATURE, 0, 19, "SCM-0226"));
  }

  @Test // JN-19
  @DisplayName("同じ鍵で署名し直しても、タイムスタンプが合わない")
  void headsSignedAnewWithTheStolenKeyAreFoundByTheirTimeStamps() {
    resign(ledger.authority.signingKey(ISHINOMAKI));

    assertThat(ledger.verify().findings())
        .hasSize(5)
        .contains(finding(TIME_STAMP, 0, 19, "SCM-0201"));
  }

  @Test // JN-19
  @DisplayName("時刻をさかのぼって署名し、今のタイムスタンプを付けても分かる")
  void aHeadStampedLongAfterItsTimeIsNamed() {
    EvidenceHead head = ledger.heads.get(2);
    RawTimeStamp late =
        Ledger.stamp(head.signed(), BEGIN.plus(Ledger.STAMP_WITHIN).plusSeconds(63));
    ledger.heads.set(2, new EvidenceHead(head.treeSize(), head.leaves(), head.signed(), late));

    assertFound(finding(TIME_STAMP_LATE, 40, 59, ""));
  }

  @Test // JN-19
  @DisplayName("記録もハッシュも一覧も書き換えると、署名された先頭と合わない")
  void aBatchRewrittenWithItsListDoesNotMatchItsHead() {
    EvidenceLeaf forged = ledger.leaf("PROVISION", "{\"number\":-1}");
    ledger.leaves.set(33, new EvidenceLeaf(33L, forged.kind(), forged.hash(), forged.body()));
    listLeaf(1, 13, forged.hash());

    assertFound(finding(BATCH_REWRITTEN, 20, 39, ""));
  }

  @Test // JN-19
  @DisplayName("一覧だけが書き換えられていれば、記録は疑われない")
  void aChangedListAccusesNoRecord() {
    listLeaf(1, 13, TreeHash.ofNothing());

    assertFound(finding(LEAF_LIST_CHANGED, 20, 39, ""));
  }

  @Test // JN-19
  @DisplayName("先頭を取り除くと、次の先頭と合わない")
  void aDroppedHeadIsFound() {
    ledger.heads.remove(1);

    assertThat(ledger.verify().findings())
        .extracting(EvidenceFinding::fault)
        .contains(HEAD_MISMATCH);
  }

  @Test // JN-19
  @DisplayName("廃棄の記録のない内容の消去が示される")
  void aBodyThatIsGoneWithoutAPurgeIsNamed() {
    for (int position = 10; position < 13; position++) {
      EvidenceLeaf leaf = ledger.leaves.get(position);
      ledger.leaves.set(
          position, new EvidenceLeaf(leaf.position(), leaf.kind(), leaf.hash(), null));
    }

    assertFound(finding(BODY_REMOVED, 10, 12, ""));
  }

  @Test // JN-19
  @DisplayName("廃棄の記録が封印されていれば、消えた内容は問題にならない")
  void aPurgeThatIsRecordedExcusesItsBodies() {
    PurgeStatement purge =
        new PurgeStatement(
            ISHINOMAKI.value(),
            "PROVISION",
            BEGIN.toString(),
            List.of(new PurgedRange(10, 12)),
            BEGIN.plusSeconds(9).toString());
    aBodyThatIsGoneWithoutAPurgeIsNamed();
    ledger.leaves.add(ledger.leaf(PurgeStatement.KIND, purge.text()));
    assertFound(finding(BODY_REMOVED, 10, 12, ""));
    ledger.leaves.removeLast();
    ledger.keep(PurgeStatement.KIND, purge.text());
    ledger.seal();

    EvidenceReport report = ledger.verify();

    assertThat(report.findings()).isEmpty();
    assertThat(report.purged()).isEqualTo(3);
  }

  @ParameterizedTest // JN-19
  @ValueSource(longs = {Long.MAX_VALUE, Integer.MAX_VALUE, -1, Long.MIN_VALUE})
  @DisplayName("ありえない位置の記録は、動かされたものとして示される")
  void aLeafAtAPositionThatIsNowhereIsNamed(long position) {
    EvidenceLeaf leaf = ledger.leaves.get(10);
    ledger.leaves.set(10, new EvidenceLeaf(position, leaf.kind(), leaf.hash(), null));

    assertThat(ledger.verify().findings()).contains(finding(RECORD_MOVED, 10, position, ""));
  }

  @ParameterizedTest // JN-19
  @CsvSource({"-5,12", "10,9223372036854775807", "12,10", "-9223372036854775808,-1"})
  @DisplayName("廃棄の記録は、それより前にある記録だけを説明する")
  void aPurgeExcusesNothingThatIsNotBeforeIt(long from, long to) {
    ledger.keep(
        PurgeStatement.KIND,
        new PurgeStatement(
                ISHINOMAKI.value(),
                "PROVISION",
                BEGIN.toString(),
                List.of(new PurgedRange(from, to)),
                BEGIN.plusSeconds(9).toString())
            .text());
    int purge = ledger.leaves.size() - 1;
    ledger.keep("PROVISION", "{}");
    ledger.seal();
    int behind = ledger.leaves.size() - 1;
    EvidenceLeaf leaf = ledger.leaves.get(behind);
    ledger.leaves.set(behind, new EvidenceLeaf(leaf.position(), leaf.kind(), leaf.hash(), null));

    assertFound(finding(BODY_REMOVED, behind, behind, ""));
    assertThat(ledger.verify().purged()).isBetween(0L, (long) purge);
  }

  @Test // JN-19
  @DisplayName("途中で切れたファイル、別の形のファイルは、そう言われる")
  void aFileThatIsCutOrOfAnotherFormIsToldSo() throws IOException {
    byte[] file = ledger.file();
    byte[] cut = Arrays.copyOf(file, file.length / 2);

    assertThat(verify(cut).findings()).extracting(EvidenceFinding::fault).containsExactly(FILE_CUT);
    assertThatThrownBy(() -> verify("これは証跡ではない".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.TKM_EVIDENCE_FORM));
  }

  private EvidenceReport verify(byte[] file) throws IOException {
    return ledger.verifier().verify(new ByteArrayInputStream(file), List.of());
  }

  private void renumber() {
    for (int position = 0; position < ledger.leaves.size(); position++) {
      EvidenceLeaf leaf = ledger.leaves.get(position);
      ledger.leaves.set(
          position, new EvidenceLeaf((long) position, leaf.kind(), leaf.hash(), leaf.body()));
    }
  }

  private void resign(SigningKey key) {
    TreeHeadVerifier verifier = new TreeHeadVerifier(ledger.authority.trustAnchors());
    ledger.heads.replaceAll(
        head ->
            new EvidenceHead(
                head.treeSize(),
                head.leaves(),
                Ledger.sign(key, verifier.verify(head.signed(), ISHINOMAKI).head()),
                head.timeStamp()));
  }

  private void listLeaf(int head, int index, TreeHash hash) {
    EvidenceHead sound = ledger.heads.get(head);
    List<TreeHash> leaves = new ArrayList<>(sound.leaves());
    leaves.set(index, hash);
    ledger.heads.set(
        head, new EvidenceHead(sound.treeSize(), leaves, sound.signed(), sound.timeStamp()));
  }

  private void assertFound(EvidenceFinding... findings) {
    assertThat(ledger.verify().findings()).containsExactly(findings);
  }

  private static EvidenceFinding finding(EvidenceFault fault, long from, long to, String detail) {
    return new EvidenceFinding(fault, from, to, detail);
  }
}
