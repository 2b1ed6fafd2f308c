package jp.chukan.mocknetwork.qualificationcheck;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The ten items that オンライン資格確認 needs beside the qualification (T:2449-2458).
 *
 * @param branch 枝番
 * @param symbol 券面記号
 * @param number 券面番号
 * @param name 券面氏名
 * @param reading 券面氏名の読み仮名, empty when nobody knows it
 * @param realName 本名等, when the card shows another name
 * @param realNameReading 本名等の読み仮名
 * @param sexOnReverse 裏面性別記載の有無
 * @param undisclosed DV被害者等に関する自己情報不開示の申し出の有無
 * @param toBeReturnedSince 回収の理由が発生した日, empty while the card is good
 */
public record CardItems(
    String branch,
    String symbol,
    String number,
    String name,
    Optional<String> reading,
    Optional<String> realName,
    Optional<String> realNameReading,
    boolean sexOnReverse,
    boolean undisclosed,
    Optional<LocalDate> toBeReturnedSince) {
  public CardItems {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name");
    }
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "CardItems[redacted]";
  }
}
