package jp.chukan.gateway.record;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("情報提供等記録")
class ProvisionRecordsIT {
  private static final Instant WHEN = Instant.parse("2026-11-02T01:00:00Z");

  private final TestDatabase database = TestDatabase.migrated();
  private final ProvisionRecords records = new ProvisionRecords(database.jdbc());

  @Test // MS-74, JN-11, JN-12
  void aRefusalIsRecordedLikeAnAnswerAndReadBackWhole() {
    ProvisionRecord provided = record("PN00000001", RecordOutcome.PROVIDED, null);
    ProvisionRecord refused = record("PN00000002", RecordOutcome.REFUSED, "TKY-0108");
    database
        .transactions()
        .run(
            ISHINOMAKI,
            () -> {
              records.append(provided);
              records.append(refused);
            });
    assertThat(database.transactions().within(ISHINOMAKI, () -> records.find(ISHINOMAKI, null)))
        .containsExactly(provided, refused);
    assertThat(
            database
                .transactions()
                .within(
                    ISHINOMAKI, () -> records.find(ISHINOMAKI, new ProcessingNumber("PN00000002"))))
        .containsExactly(refused);
  }

  @Test // MS-74
  void manyAtOnceKeepTheirOrderAndEachItsOwnLeaf() {
    List<ProvisionRecord> many =
        IntStream.range(0, 1_000)
            .mapToObj(
                n ->
                    record(
                        "PN%08d".formatted(9_999_999 - n),
                        n % 2 == 0 ? RecordOutcome.PROVIDED : RecordOutcome.REFUSED,
                        n % 2 == 0 ? null : "SKI-0206"))
            .toList();
    database.transactions().run(ISHINOMAKI, () -> records.append(many));
    assertThat(database.transactions().within(ISHINOMAKI, () -> records.find(ISHINOMAKI, null)))
        .containsExactlyElementsOf(many);
    assertThat(
            database
                .everything()
                .sql(
                    """
                    select count(*) from provision_record join record_leaf using (leaf_id)
                     where leaf_hash = sha256('\\x00'::bytea || body)
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(1_000);
  }

  @Test // MS-74
  void theLeafIsTheHashOfWhatIsStored() throws NoSuchAlgorithmException {
    database
        .transactions()
        .run(ISHINOMAKI, () -> records.append(record("PN00000003", RecordOutcome.PROVIDED, null)));
    Map<String, Object> row =
        database
            .everything()
            .sql("select body, leaf_hash from provision_record join record_leaf using (leaf_id)")
            .query()
            .singleRow();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0x00); // RFC 9162 section 2.1.1
    assertThat((byte[]) row.get("leaf_hash")).isEqualTo(sha256.digest((byte[]) row.get("body")));
  }

  private static ProvisionRecord record(
      String number, RecordOutcome outcome, @org.jspecify.annotations.Nullable String error) {
    return new ProvisionRecord(
        ISHINOMAKI,
        RecordSide.PROVIDER,
        new ProcessingNumber(number),
        STRANGER,
        ISHINOMAKI,
        new AffairCode("JM01000000001000"),
        new ProcedureCode("JT01010000001001"),
        new SpecificPersonalInformationCode("TM00000000000001"),
        List.of(new ItemCode("TK00000000000101")),
        new LinkageCode("fictitious-code-0001"),
        null,
        null,
        WHEN,
        WHEN,
        WHEN,
        outcome,
        error);
  }
}
