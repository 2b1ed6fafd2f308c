package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which files came through the folder, and whether their results went back, in the open transaction
 * of the institution.
 */
@Component
class FolderFiles {
  private static final int MOST = 20;

  private final JdbcClient jdbc;

  FolderFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The result of this file goes to the folder; once, however often the file comes. */
  void note(InstitutionCode institution, ReceptionNumber number, Instant at) {
    jdbc.sql(
            """
            insert into inquiry_folder_file (institution_code, reception_number, taken_at)
            values (:institution, :number, :at)
            on conflict do nothing
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Files of which nothing more will come and whose result is not handed over, oldest first. */
  List<ReceptionNumber> waiting() {
    return jdbc.sql(
            """
            select f.reception_number
              from inquiry_folder_file f
              join inquiry_request r using (institution_code, reception_number)
             where f.handed_over_at is null
               and r.removed_at is null
               and not exists (select from inquiry i
                                where i.institution_code = f.institution_code
                                  and i.reception_number = f.reception_number
                                  and i.state in ('ACCEPTED', 'SENT'))
             order by f.taken_at
             limit :most
            """)
        .param("most", MOST)
        .query((row, index) -> new ReceptionNumber(row.getString("reception_number")))
        .list();
  }

  /** Whether this transaction is the one that hands it over; another node may be at it. */
  boolean claim(ReceptionNumber number) {
    return jdbc.sql(
            """
            select true from inquiry_folder_file
             where reception_number = :number and handed_over_at is null
               for update skip locked
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** The result stands in the folder. */
  void handedOver(ReceptionNumber number, Instant at) {
    jdbc.sql(
            """
            update inquiry_folder_file set handed_over_at = :at
             where reception_number = :number
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("number", number.value())
        .update();
  }
}
