package jp.chukan.gateway.replica;

import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.kernel.RowCursor;
import org.springframework.stereotype.Component;

/**
 * All 「副本」 of one 「特定個人情報」, one by one however many there are (MS-52), in the open transaction of
 * their institution; each is decrypted when its turn comes.
 */
@Component
public class ReplicaExtract {
  private final RowCursor cursor;
  private final ReplicaSnapshots snapshots;

  ReplicaExtract(RowCursor cursor, ReplicaSnapshots snapshots) {
    this.cursor = cursor;
    this.snapshots = snapshots;
  }

  public long count(InstitutionCode institution, SpecificPersonalInformationCode information) {
    return cursor
        .sql(
            """
            select count(*) from replica
             where institution_code = :institution and information_code = :information
            """)
        .param("institution", institution.value())
        .param("information", information.value())
        .query(Long.class)
        .single();
  }

  /**
   * In the order of person, data set and record key, byte by byte; to be closed by who asked for
   * it.
   */
  public Stream<ReplicaSnapshot> inOrder(
      InstitutionCode institution, SpecificPersonalInformationCode information) {
    return snapshots.inOrder(cursor, institution, information);
  }
}
