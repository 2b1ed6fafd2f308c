package jp.chukan.mocknetwork.coresystem;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報照会」 as an inquirer hands it to the core.
 *
 * @param inquirer who asks
 * @param provider who is to answer
 * @param affair 事務
 * @param procedure 事務手続
 * @param information which 「特定個人情報」
 * @param subject the person, by the inquirer's own 「符号」
 * @param items exactly the items wanted
 * @param periodFrom first day of the wanted period, null when open
 * @param periodTo last day of the wanted period, null when open
 */
public record Inquiry(
    InstitutionCode inquirer,
    InstitutionCode provider,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information,
    LinkageCode subject,
    List<ItemCode> items,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo) {
  public Inquiry {
    items = List.copyOf(items);
  }

  /** Shows who asks whom: the rest is about a person. */
  @Override
  public String toString() {
    return "Inquiry[" + inquirer + " to " + provider + ", redacted]";
  }
}
