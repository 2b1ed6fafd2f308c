package jp.chukan.contract.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * What an institution signs of its tree: how large it was, and the hash over all of it. Its text is
 * the body of a checkpoint (C2SP tlog-checkpoint): origin, size, root in Base64, and the time as
 * the one further line.
 *
 * @param institution whose tree it is
 * @param treeSize how many leaves
 * @param root hash over all of them
 * @param signedAt when it was signed, in whole milliseconds
 */
public record TreeHead(
    InstitutionCode institution, long treeSize, TreeHash root, Instant signedAt) {
  private static final String ORIGIN = "chukan/evidence/";
  private static final String TIME = "time ";
  private static final int LINES = 4;

  /** The text that is signed, in ASCII. */
  public byte[] text() {
    return (ORIGIN + institution + "\n" + treeSize + "\n" + root + "\n" + TIME + signedAt + "\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @throws InvalidInputException with {@link ErrorCode#TKM_HEAD_FORM} when it is any other text
   */
  public static TreeHead parse(byte[] text) {
    TreeHead head;
    try {
      head = read(new String(text, StandardCharsets.US_ASCII).lines().toList());
    } catch (IllegalArgumentException | DateTimeException other) {
      throw new InvalidInputException(Refusal.of(ErrorCode.TKM_HEAD_FORM), other);
    }
    // one text for one head: no sign, no leading zero, no other way to write a time
    if (!Arrays.equals(head.text(), text)) {
      throw InvalidInputException.of(ErrorCode.TKM_HEAD_FORM);
    }
    return head;
  }

  private static TreeHead read(List<String> lines) {
    if (lines.size() != LINES
        || !lines.getFirst().startsWith(ORIGIN)
        || !lines.get(3).startsWith(TIME)) {
      throw new IllegalArgumentException("not a head");
    }
    return new TreeHead(
        new InstitutionCode(lines.getFirst().substring(ORIGIN.length())),
        Long.parseLong(lines.get(1)),
        TreeHash.of(Base64.getDecoder().decode(lines.get(2))),
        Instant.parse(lines.get(3).substring(TIME.length())));
  }
}
