package jp.chukan.gateway.linkagecode;

import java.util.Optional;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells whose a 「符号」 is (MS-30), in the open transaction of an institution; a code of another
 * institution does not exist there (MS-96).
 */
@Component
public class LinkedPersons {
  private final JdbcClient jdbc;

  LinkedPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The person to whom the code is bound. */
  public Optional<LinkedPerson> find(LinkageCode code) {
    return jdbc.sql(
            """
            select c.addressee_number,
                   exists (select 1 from linkage_acquisition_record r
                            where r.institution_code = c.institution_code
                              and r.addressee_number = c.addressee_number
                              and r.purpose = 'INFORMATION_LINKAGE') as for_linkage
              from linkage_code c
             where c.linkage_code = :code
            """)
        .param("code", code.value())
        .query(
            (row, index) ->
                new LinkedPerson(
                    new UnifiedAddresseeNumber(row.getString("addressee_number")),
                    LinkageCodes.purpose(row)))
        .optional();
  }
}
