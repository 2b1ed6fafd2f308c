package jp.chukan.gateway.record.seal;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.contract.evidence.TreeHead;
import jp.chukan.contract.evidence.TreeHeadVerifier;
import jp.chukan.gateway.kernel.JobProgress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

@DisplayName("証跡の封印")
class SealLeavesIT {
  private final EvidenceBed bed = new EvidenceBed();

  @Test // JN-19
  @DisplayName("どの葉も一度だけ位置を得て、署名された先頭に含まれる")
  void everyLeafGetsItsPositionUnderASignedHead() {
    bed.keepRecords(700);
    assertThat(bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(700);
    bed.keepRecords(1);
    assertThat(bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(1);

    assertThat(positions()).containsExactlyElementsOf(LongStream.range(0, 701).boxed().toList());
    TreeHead head = verifier().verify(bed.newestHead().signed(), ISHINOMAKI).head();
    assertThat(head.treeSize()).isEqualTo(701);
    assertThat(head.signedAt()).isEqualTo(bed.clock.instant());
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-19
  @DisplayName("遅れて確定した葉は、後の位置を得る")
  void aLeafOfASlowTransactionComesLater() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch sealed = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  bed.database
                      .transactions()
                      .run(
                          ISHINOMAKI,
                          () -> {
                            bed.keepRecords(1);
                            written.countDown();
                            await(sealed);
                          }));
      await(written);
      bed.keepRecords(3);
      assertThat(bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
      sealed.countDown();
      slow.get();
    }
    assertThat(bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(1);

    assertThat(positions()).containsExactly(3L, 0L, 1L, 2L);
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-19
  @DisplayName("同時に封印しても、一つのツリーになる")
  void severalAtOnceMakeOneTree() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        bed.keepRecords(20);
        Callable<Integer> seal = () -> bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
        int all = 0;
        for (Future<Integer> one : threads.invokeAll(List.of(seal, seal, seal, seal))) {
          all += one.get();
        }
        assertThat(all).isEqualTo(20);
      }
    }
    assertThat(bed.newestHead().treeSize()).isEqualTo(200);
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-19
  @DisplayName("増えないツリーの先頭も、1分ごとに署名し直す")
  void theHeadOfAnIdleTreeIsSignedAnew() {
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(bed.database.transactions().within(ISHINOMAKI, bed.heads::newest)).isEmpty();
    bed.keepRecords(1);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    Instant first = bed.newestHead().signedAt();

    bed.clock.advance(Duration.ofSeconds(59));
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(bed.newestHead().signedAt()).isEqualTo(first);

    bed.clock.advance(Duration.ofSeconds(1));
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(bed.newestHead().signedAt()).isEqualTo(first.plusSeconds(60));
    assertThat(bed.newestHead().treeSize()).isEqualTo(1);
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-19
  @DisplayName("時計が戻っても、先頭の時刻は戻らない")
  void noHeadIsOlderThanTheOneBefore() {
    bed.keepRecords(1);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    Instant first = bed.newestHead().signedAt();
    bed.clock.advance(Duration.ofMinutes(-10));
    bed.keepRecords(1);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());

    assertThat(bed.newestHead().signedAt()).isEqualTo(first);
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-19, MS-74
  @DisplayName("どの記録も、自分の証明を持つ")
  void everyRecordHasAProofOfItsOwn() {
    bed.keepRecords(600);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    for (long leaf : leafNumbers()) {
      InclusionProof proof = proof(leaf);
      assertThat(InclusionProof.read(proof.file()).verify(verifier()).head().treeSize())
          .isEqualTo(600);
    }
  }

  @Test // JN-19
  @DisplayName("書き換えた記録の証明は通らない")
  void theProofOfAnotherRecordIsRefused() {
    bed.keepRecords(3);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
    InclusionProof proof = proof(leafNumbers().getFirst());
    InclusionProof forged =
        new InclusionProof(
            proof.institution(),
            proof.kind(),
            proof.body().replace("PROVIDED", "REFUSED"),
            proof.path(),
            proof.signed(),
            null);

    assertRefused(ErrorCode.TKM_PROOF, () -> forged.verify(verifier()));
    assertRefused(ErrorCode.TKM_EVIDENCE_FORM, () -> InclusionProof.read(new byte[] {'{', '}'}));
  }

  @Test // JN-19
  @DisplayName("封印前の記録と存在しない記録には、証明がない")
  void aRecordThatIsNotSealedHasNoProof() {
    bed.keepRecords(1);

    assertRefused(ErrorCode.TKM_NOT_SEALED, () -> proof(leafNumbers().getFirst()));
    assertRefused(ErrorCode.TKM_RECORD_NOT_FOUND, () -> proof(999_999));
  }

  @ParameterizedTest // JN-19
  @ValueSource(
      strings = {
        "update record_leaf set leaf_hash = sha256('x')",
        "delete from record_leaf",
        "update tree_head set signed_head = 'x'",
        "delete from tree_head",
        "update tree_node set node_hash = sha256('x')",
        "delete from tree_node"
      })
  @DisplayName("サーバー自身の権限では、封印したものを変更も削除もできない")
  void theServersOwnRoleCannotTouchWhatIsSealed(String sql) {
    bed.keepRecords(300);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());

    assertThatThrownBy(
            () ->
                bed.database
                    .transactions()
                    .run(ISHINOMAKI, () -> bed.database.jdbc().sql(sql).update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test // JN-19
  @DisplayName("一度得た位置は、サーバー自身の権限では変えられない")
  void aPositionIsGivenOnce() {
    bed.keepRecords(3);
    bed.sealer.seal(ISHINOMAKI, JobProgress.unfollowed());

    int moved =
        bed.database
            .transactions()
            .within(
                ISHINOMAKI,
                () ->
                    bed.database
                        .jdbc()
                        .sql("update record_leaf set tree_position = tree_position + 1")
                        .update());

    assertThat(moved).isZero();
    assertThat(positions()).containsExactly(0L, 1L, 2L);
  }

  private TreeHeadVerifier verifier() {
    return new TreeHeadVerifier(bed.authority.trustAnchors());
  }

  private InclusionProof proof(long leaf) {
    return bed.database.transactions().within(ISHINOMAKI, () -> bed.proofs().of(ISHINOMAKI, leaf));
  }

  private List<Long> positions() {
    return bed.database
        .everything()
        .sql("select tree_position from record_leaf order by leaf_id")
        .query(Long.class)
        .list();
  }

  private List<Long> leafNumbers() {
    return bed.database
        .everything()
        .sql("select leaf_id from record_leaf order by leaf_id")
        .query(Long.class)
        .list();
  }

  private static void assertRefused(ErrorCode code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
