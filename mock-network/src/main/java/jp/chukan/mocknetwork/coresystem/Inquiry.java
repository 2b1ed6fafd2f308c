package jp.chukan.mocknetwork.coresystem;

import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

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
 */
public record Inquiry(
    InstitutionCode inquirer,
    InstitutionCode provider,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information,
    LinkageCode subject,
    List<ItemCode> items) {
  public Inquiry {
    items = List.copyOf(items);
  }
}
