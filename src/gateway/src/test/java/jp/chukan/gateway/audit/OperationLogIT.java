package jp.chukan.gateway.audit;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

@DisplayName("操作ログ")
class OperationLogIT {
  private static final Instant WHEN = Instant.parse("2026-11-02T01:00:00Z");

  private final TestDatabase database = TestDatabase.migrated();
  private final OperationLog log = new OperationLog(database.jdbc());

  @ParameterizedTest // MS-70, MS-71, JN-19
  @EnumSource(OperationKind.class)
  @DisplayName("すべての操作が改ざん検知の葉になる")
  void everyOperationIsALeafOfTheTree(OperationKind kind) throws NoSuchAlgorithmException {
    append(kind);
    Map<String, Object> row =
        database
            .everything()
            .sql(
                """
                select leaf.leaf_hash, leaf.kind, operation.body
                  from operation
                  join record_leaf as leaf using (institution_code, leaf_id)
                """)
            .query()
            .singleRow();
    byte[] body = (byte[]) row.get("body");
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((byte) 0);
    assertThat((byte[]) row.get("leaf_hash")).isEqualTo(sha256.digest(body));
    assertThat(row.get("kind")).isEqualTo("OPERATION");
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"institution":"%s","user":"kaku01","kind":"%s","function":"test","succeeded":true,\
            "target":"CASE1","addressee":"900000000000001","purpose":"試験のため",\
            "at":"2026-11-02T01:00:00Z"}"""
                .formatted(ISHINOMAKI.value(), kind));
  }

  @Test // MS-70
  void aDeedThatIsUndoneLeavesNeitherOperationNorLeaf() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () -> {
                          log.append(operation(OperationKind.DECISION));
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(count("operation")).isZero();
    assertThat(count("record_leaf")).isZero();
  }

  @ParameterizedTest // JN-19
  @ValueSource(
      strings = {
        "update operation set succeeded = false",
        "update operation set body = '\\x00'",
        "delete from operation",
        "truncate operation",
        "update record_leaf set leaf_hash = sha256('x')",
        "delete from record_leaf"
      })
  @DisplayName("サーバー自身も変更・削除できない")
  void theServerItselfCanChangeAndRemoveNothing(String sql) {
    append(OperationKind.VIEW);
    assertThatThrownBy(
            () -> database.transactions().run(ISHINOMAKI, () -> database.jdbc().sql(sql).update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(count("operation")).isEqualTo(1);
  }

  @Test // JN-19
  void anOperationWithoutALeafCannotBeWritten() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () ->
                            database
                                .jdbc()
                                .sql(
                                    """
                                    insert into operation (institution_code, kind,
                                                           operation_function, succeeded,
                                                           occurred_at)
                                    values (:institution, 'VIEW', 'test', true, now())
                                    """)
                                .param("institution", ISHINOMAKI.value())
                                .update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("operation_is_a_leaf");
  }

  private void append(OperationKind kind) {
    database.transactions().run(ISHINOMAKI, () -> log.append(operation(kind)));
  }

  private int count(String table) {
    return database.everything().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static Operation operation(OperationKind kind) {
    return new Operation(
        ISHINOMAKI,
        new UserId("kaku01"),
        kind,
        "test",
        true,
        "CASE1",
        new UnifiedAddresseeNumber("900000000000001"),
        "試験のため",
        WHEN);
  }
}
