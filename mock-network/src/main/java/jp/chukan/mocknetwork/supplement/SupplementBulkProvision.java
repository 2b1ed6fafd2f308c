package jp.chukan.mocknetwork.supplement;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;

/**
 * The same for many persons (一括提供): the persons stand in a file of the exchange folder, the answer
 * in another one (G:152).
 *
 * @param purpose who asks, for what
 * @param fileName 照会要求ファイル
 * @param withIndividualNumber whether 個人番号 are to come with it
 */
public record SupplementBulkProvision(
    Purpose purpose, String fileName, boolean withIndividualNumber) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-bulk-provision";

  /**
   * 照会要求ファイル.
   *
   * @param lines whom it asks about, one after the other
   */
  public record RequestFile(List<SupplementConditions> lines) {
    public RequestFile {
      lines = List.copyOf(lines);
    }
  }

  /**
   * 照会結果ファイル.
   *
   * @param lines in the order of the request
   */
  public record ResultFile(List<Line> lines) {
    public ResultFile {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line of the result: either of the two.
   *
   * @param provided what was asked for
   * @param fault why it is not provided
   */
  public record Line(Optional<SupplementProvision.Provided> provided, Optional<Fault> fault) {}

  /**
   * The answer.
   *
   * @param fileName 照会結果ファイル
   * @param provided lines that were
   * @param refused lines that were not
   */
  public record Reply(String fileName, int provided, int refused) {}
}
