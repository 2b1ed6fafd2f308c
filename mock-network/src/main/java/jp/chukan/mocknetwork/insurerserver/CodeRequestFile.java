package jp.chukan.mocknetwork.insurerserver;

import java.util.List;
import java.util.regex.Pattern;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * 「符号取得要求ファイル」, the first of two steps to 「機関別符号」: it is kept until somebody starts the second
 * (T:2143).
 *
 * @param partition five digits of the municipality whose partition it is
 * @param fileName unique in the partition
 * @param preparedBy user who prepared it, may be a program
 * @param lines each person once
 */
public record CodeRequestFile(
    String partition, String fileName, String preparedBy, List<Line> lines) {
  /** Kind of message. */
  public static final String MESSAGE = "code-request-file";

  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]{1,60}");

  public CodeRequestFile {
    lines = List.copyOf(lines);
    if (!NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException("fileName");
    }
    if (lines.isEmpty() || lines.stream().map(Line::insured).distinct().count() < lines.size()) {
      throw new IllegalArgumentException("lines");
    }
  }

  /**
   * One person.
   *
   * @param insured by the insurer's own number
   * @param processingNumber 処理通番 under which the core knows the person: it went there with the
   *     住民票コード through the resident-register network, which never comes here
   */
  public record Line(InsuredNumber insured, ProcessingNumber processingNumber) {}

  /**
   * What the receiver answers.
   *
   * @param lines how many it keeps
   */
  public record Kept(int lines) {}
}
