package jp.chukan.mocknetwork.inquirer;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.coresystem.ScheduleItem;
import jp.chukan.mocknetwork.coresystem.Transport;

/**
 * What an inquirer wants to know.
 *
 * @param inquirer who asks
 * @param provider who is to answer
 * @param scheduleItem item of 別表第二 on which the inquirer relies
 * @param information which 「特定個人情報」
 * @param subject about whom
 * @param items the items wanted
 * @param expected what the original says, to hold the answer against
 * @param transport how the request travels
 */
public record Question(
    InstitutionCode inquirer,
    InstitutionCode provider,
    ScheduleItem scheduleItem,
    SpecificPersonalInformationCode information,
    Subject subject,
    List<ItemCode> items,
    Map<ItemCode, String> expected,
    Transport transport) {
  public Question {
    items = List.copyOf(items);
    expected = Map.copyOf(expected);
  }

  /** Shows who asks whom: the rest is about a person. */
  @Override
  public String toString() {
    return "Question[" + inquirer + " to " + provider + ", redacted]";
  }
}
