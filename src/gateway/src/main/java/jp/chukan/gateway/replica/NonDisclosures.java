package jp.chukan.gateway.replica;

import java.util.HashSet;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is 「不開示」 of a person at this moment, by the person or by a 「副本」; in the open transaction of
 * the institution.
 */
@Component
public class NonDisclosures {
  /** Stands for every 「特定個人情報」 of the person. */
  private static final String ALL = "*";

  private final JdbcClient jdbc;

  public NonDisclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the person's own view must leave out.
   *
   * @param everything whether that is all of it
   * @param information else which 「特定個人情報」
   */
  public record Withheld(boolean everything, Set<SpecificPersonalInformationCode> information) {
    public Withheld {
      information = Set.copyOf(information);
    }
  }

  public Withheld of(InstitutionCode institution, UnifiedAddresseeNumber addressee) {
    Set<String> codes =
        new HashSet<>(
            jdbc.sql(
                    """
                    select information_code from response_mode_setting
                     where institution_code = :institution and addressee_number = :addressee
                       and non_disclosure_code <> '0'
                    union
                    select information_code from replica
                     where institution_code = :institution and addressee_number = :addressee
                       and non_disclosure_code <> '0'
                    """)
                .param("institution", institution.value())
                .param("addressee", addressee.value())
                .query(String.class)
                .list());
    boolean everything = codes.remove(ALL);
    Set<SpecificPersonalInformationCode> information = new HashSet<>();
    codes.forEach(code -> information.add(new SpecificPersonalInformationCode(code)));
    return new Withheld(everything, information);
  }
}
