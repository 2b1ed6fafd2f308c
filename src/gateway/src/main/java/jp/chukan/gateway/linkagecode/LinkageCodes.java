package jp.chukan.gateway.linkagecode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the 「符号」 of a person (MS-30), in the open transaction of an institution; a code that
 * another institution has for the same person does not exist there (MS-96).
 */
@Component
public class LinkageCodes {
  private final JdbcClient jdbc;

  LinkageCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The code that is bound to the person. */
  public Optional<LinkageCode> find(UnifiedAddresseeNumber addressee) {
    return jdbc.sql("select linkage_code from linkage_code where addressee_number = :addressee")
        .param("addressee", addressee.value())
        .query((row, index) -> new LinkageCode(row.getString("linkage_code")))
        .optional();
  }

  /** The codes of many persons; who has none is not in the result. */
  public Map<UnifiedAddresseeNumber, BoundCode> findAll(
      Collection<UnifiedAddresseeNumber> addressees) {
    Map<UnifiedAddresseeNumber, BoundCode> codes = new HashMap<>();
    jdbc.sql(
            """
            select c.addressee_number, c.linkage_code,
                   exists (select 1 from linkage_acquisition_record r
                            where r.institution_code = c.institution_code
                              and r.addressee_number = c.addressee_number
                              and r.purpose = 'INFORMATION_LINKAGE') as for_linkage
              from linkage_code c
             where c.addressee_number = any(:addressees)
            """)
        .param(
            "addressees",
            addressees.stream().map(UnifiedAddresseeNumber::value).toArray(String[]::new))
        .query(
            row -> {
              codes.put(
                  new UnifiedAddresseeNumber(row.getString("addressee_number")),
                  new BoundCode(new LinkageCode(row.getString("linkage_code")), purpose(row)));
            });
    return codes;
  }

  static AcquisitionPurpose purpose(ResultSet row) throws SQLException {
    return row.getBoolean("for_linkage")
        ? AcquisitionPurpose.INFORMATION_LINKAGE
        : AcquisitionPurpose.OTHER;
  }
}
