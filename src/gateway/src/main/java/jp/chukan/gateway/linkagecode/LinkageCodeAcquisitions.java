package jp.chukan.gateway.linkagecode;

import java.util.Optional;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how an acquisition stands, by its 「処理通番」 (MS-80), in the institution's transaction. */
@Component
public class LinkageCodeAcquisitions {
  private final JdbcClient jdbc;

  LinkageCodeAcquisitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for a number that this institution was never given. */
  public Optional<AcquisitionState> find(ProcessingNumber number) {
    return jdbc.sql(
            """
            select c.linkage_code is not null as bound
              from linkage_acquisition a
              left join linkage_code c using (institution_code, addressee_number)
             where a.processing_number = :number
            """)
        .param("number", number.value())
        .query(Boolean.class)
        .optional()
        .map(bound -> bound ? AcquisitionState.BOUND : AcquisitionState.REQUESTED);
  }
}
