package jp.chukan.mocknetwork.supplementserver;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import jp.chukan.mocknetwork.supplement.Purpose;
import org.springframework.stereotype.Component;

/**
 * The 事務 for which 附票本人確認情報 is provided, from {@code data/supplement-affairs.tsv}, and those of
 * them for which the 個人番号 goes along (JN-36).
 */
@Component
final class SupplementAffairs {
  private final Map<String, Boolean> withNumber =
      ProjectTable.rows("supplement-affairs.tsv").stream()
          .collect(
              toUnmodifiableMap(
                  row -> row.cell("affair"), row -> row.cell("individual_number").equals("yes")));

  /**
   * @throws RefusedCallException FORBIDDEN_AFFAIR when it is not provided for this 事務, or the 個人番号
   *     is not
   */
  void require(Purpose purpose, boolean individualNumber) {
    Boolean allowed = withNumber.get(purpose.affair());
    if (allowed == null) {
      throw new RefusedCallException(Fault.FORBIDDEN_AFFAIR, "affair");
    }
    if (individualNumber && !allowed) {
      throw new RefusedCallException(Fault.FORBIDDEN_AFFAIR, "withIndividualNumber");
    }
  }
}
