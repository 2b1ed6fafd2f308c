package jp.chukan.mocknetwork.supplement;

/**
 * A 附票 after a change, as it goes from 既存住基システム over 市町村CS and 附票都道府県サーバ to 附票全国サーバ (G:757).
 *
 * @param information 附票本人確認情報
 * @param version 更新順番号 of this person at this municipality, from 1
 */
public record SupplementChange(SupplementInformation information, int version) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-change";

  public SupplementChange {
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /**
   * What the receiver answers.
   *
   * @param version of what it took
   */
  public record Taken(int version) {}
}
