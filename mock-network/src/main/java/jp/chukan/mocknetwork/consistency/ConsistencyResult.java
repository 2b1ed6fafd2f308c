package jp.chukan.mocknetwork.consistency;

import java.util.List;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「整合性確認結果」: who differs, and in what; no value (G:122).
 *
 * @param municipality five digits
 * @param compared how many persons the system below has
 * @param findings one for each person that differs
 */
public record ConsistencyResult(String municipality, int compared, List<Finding> findings) {
  /** Kind of message. */
  public static final String MESSAGE = "consistency-result";

  /** How a person differs. */
  public enum FindingKind {
    /** Both have the person, and something is not the same. */
    DIFFERENT,
    /** The system above does not have the person. */
    MISSING_ABOVE,
    /** The system above alone has the person. */
    ONLY_ABOVE
  }

  /**
   * One person.
   *
   * @param recordCode who
   * @param kind how
   * @param items in what
   */
  public record Finding(ResidentRecordCode recordCode, FindingKind kind, List<IdentityItem> items) {
    public Finding {
      items = List.copyOf(items);
    }
  }

  public ConsistencyResult {
    findings = List.copyOf(findings);
  }

  /**
   * What the receiver answers.
   *
   * @param findings how many it took down
   */
  public record Noted(int findings) {}
}
