package jp.chukan.gateway.kernel;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

@DisplayName("機関ごとのデータの分離")
class RowLevelSecurityIT {
  private static final Instant WHEN = Instant.parse("2026-11-02T01:00:00Z");

  private static TestDatabase database;
  private static InstitutionTransactions transactions;
  private static CommunicationLog log;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated();
    transactions = database.transactions();
    log = new CommunicationLog(database.jdbc());
    transactions.run(ISHINOMAKI, () -> log.append(communication(ISHINOMAKI)));
  }

  @Test // MS-96
  void everyTableOfAnInstitutionForcesRowLevelSecurity() {
    List<String> open =
        database
            .everything()
            .sql(
                """
                select c.relname
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_code'
                 where c.relkind in ('r', 'p') and not c.relispartition
                   and c.relnamespace = 'public'::regnamespace
                   and not (c.relrowsecurity and c.relforcerowsecurity)
                """)
            .query(String.class)
            .list();
    assertThat(open).isEmpty();
  }

  @Test // MS-96
  void aPartitionIsNotADoorPastItsTable() {
    List<String> reachable =
        database
            .everything()
            .sql(
                """
                select c.relname from pg_class c
                 where c.relispartition and has_table_privilege('chukan_app', c.oid, 'select')
                """)
            .query(String.class)
            .list();
    assertThat(reachable).isEmpty();
  }

  @Test // MS-96
  void theServersOwnRoleCannotPassByThePolicies() {
    assertThat(
            database
                .everything()
                .sql("select rolbypassrls or rolsuper from pg_roles where rolname = 'chukan_app'")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThat(
            database
                .everything()
                .sql("select count(*) from pg_tables where tableowner = 'chukan_app'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test // MS-96
  void anotherInstitutionSeesNothing() {
    assertThat(transactions.within(ISHINOMAKI, () -> log.find(null))).isNotEmpty();
    assertThat(transactions.within(TSUKUBA, () -> log.find(null))).isEmpty();
    assertThat(log.find(null)).as("outside of any institution").isEmpty();
  }

  @Test // MS-96
  void aRowOfAnotherInstitutionCannotBeWritten() {
    assertThatThrownBy(() -> transactions.run(TSUKUBA, () -> log.append(communication(ISHINOMAKI))))
        .isInstanceOf(DataAccessException.class);
  }

  @Test // MS-96
  void aTransactionOfOneInstitutionCannotTurnIntoAnothers() {
    assertThatThrownBy(
            () ->
                transactions.run(ISHINOMAKI, () -> transactions.run(TSUKUBA, () -> log.find(null))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test // MS-74
  void whatIsRecordedCanNeitherBeChangedNorRemovedByTheServer() {
    for (String table : List.of("communication", "record_leaf", "provision_record")) {
      for (String statement :
          List.of(
              "update " + table + " set institution_code = institution_code",
              "delete from " + table,
              "truncate " + table)) {
        assertThatThrownBy(
                () -> transactions.run(ISHINOMAKI, () -> database.jdbc().sql(statement).update()))
            .as(statement)
            .isInstanceOf(DataAccessException.class);
      }
    }
  }

  private static Communication communication(InstitutionCode institution) {
    return new Communication(
        institution, Direction.RECEIVED, institution, "IF_TEST_00000_R01", null, null, WHEN);
  }
}
