package jp.chukan.gateway.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RestingContent;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.replica.ReplicaKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The records of the register inside the database, encrypted, from their arrival to the comparison.
 * In the open transaction of the institution; a file of any length costs the server one batch.
 */
@Component
class StagedRegister {
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowCursor cursor;
  private final PersonalDataCipher ciphers;

  StagedRegister(JdbcClient jdbc, RowCursor cursor, PersonalDataCipher ciphers) {
    this.jdbc = jdbc;
    this.cursor = cursor;
    this.ciphers = ciphers;
  }

  /** Takes the records of one file. */
  Loading load(InstitutionCode institution, ReceptionNumber number) {
    return new Loading(institution, number, ciphers.of(institution));
  }

  /** One file on its way into the database. */
  final class Loading {
    private final InstitutionCode institution;
    private final ReceptionNumber number;
    private final InstitutionCipher cipher;
    private final List<RegisterRecord> waiting = new ArrayList<>(BATCH);
    private int count;

    private Loading(InstitutionCode institution, ReceptionNumber number, InstitutionCipher cipher) {
      this.institution = institution;
      this.number = number;
      this.cipher = cipher;
    }

    void add(RegisterRecord record) {
      waiting.add(record);
      if (waiting.size() == BATCH) {
        flush();
      }
    }

    /** Whether no more may come. */
    boolean isFull(int most) {
      return count + waiting.size() >= most;
    }

    /** How many came. */
    int end() {
      flush();
      return count;
    }

    private void flush() {
      Integer[] positions = new Integer[waiting.size()];
      byte[][] contents = new byte[waiting.size()][];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = ++count;
        contents[i] = cipher.encrypt(RestingContent.write(waiting.get(i)), place(number, count));
      }
      List<ReplicaKey> keys = waiting.stream().map(RegisterRecord::key).toList();
      jdbc.sql(
              """
              insert into reconciliation_staging (institution_code, reconciliation_number, position,
                     addressee_number, data_set_item, record_key, content)
              select :institution, :number, *
                from unnest(:positions, :addressees, :dataSets, :keys, :contents)
              """)
          .param("institution", institution.value())
          .param("number", number.value())
          .param("positions", positions)
          .param(
              "addressees",
              keys.stream().map(key -> key.addressee().value()).toArray(String[]::new))
          .param("dataSets", keys.stream().map(key -> key.dataSet().value()).toArray(String[]::new))
          .param("keys", keys.stream().map(ReplicaKey::recordKey).toArray(String[]::new))
          .param("contents", contents)
          .update();
      waiting.clear();
    }
  }

  /** Positions of records that name what an earlier one names, at most so many. */
  List<Integer> repeated(InstitutionCode institution, ReceptionNumber number, int most) {
    return jdbc.sql(
            """
            select position
              from (select position,
                           row_number() over (
                             partition by addressee_number, data_set_item, record_key
                             order by position) as nth
                      from reconciliation_staging
                     where institution_code = :institution
                       and reconciliation_number = :number) numbered
             where nth > 1
             order by position
             limit :most
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("most", most)
        .query(Integer.class)
        .list();
  }

  /**
   * In the order of person, data set and record key, byte by byte; to be closed by who asked for
   * it.
   */
  Stream<RegisterRecord> inOrder(InstitutionCode institution, ReceptionNumber number) {
    InstitutionCipher cipher = ciphers.of(institution);
    return cursor
        .sql(
            """
            select position, content from reconciliation_staging
             where institution_code = :institution and reconciliation_number = :number
             order by addressee_number, data_set_item, record_key
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .query(
            (row, index) ->
                RestingContent.read(
                    cipher.decrypt(row.getBytes("content"), place(number, row.getInt("position"))),
                    RegisterRecord.class))
        .stream();
  }

  /** Nothing of the file stays. */
  void remove(InstitutionCode institution, ReceptionNumber number) {
    jdbc.sql(
            """
            delete from reconciliation_staging
             where institution_code = :institution and reconciliation_number = :number
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .update();
  }

  /** Where the content belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber number, int position) {
    return "reconciliation_staging:" + number.value() + ":" + position;
  }
}
