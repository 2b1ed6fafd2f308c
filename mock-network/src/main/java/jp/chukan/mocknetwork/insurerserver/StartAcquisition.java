package jp.chukan.mocknetwork.insurerserver;

/**
 * The second step to 「機関別符号」: a person starts what was prepared (T:2143). The answer is the {@link
 * LinkageCodeFile}.
 *
 * @param partition whose partition
 * @param fileName of the 符号取得要求ファイル
 * @param startedBy user who starts it: a person, who has not prepared it
 */
public record StartAcquisition(String partition, String fileName, String startedBy) {
  /** Kind of message. */
  public static final String MESSAGE = "start-acquisition";
}
