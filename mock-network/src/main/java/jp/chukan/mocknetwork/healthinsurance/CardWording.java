package jp.chukan.mocknetwork.healthinsurance;

import java.util.Optional;

/**
 * What an insured person asked for on its card.
 *
 * @param shownName another name than that of the 住民票 (通称), on the front
 * @param shownNameReading its 読み仮名
 * @param sexOnReverse 裏面性別記載: the sex on the back instead of the front
 */
record CardWording(
    Optional<String> shownName, Optional<String> shownNameReading, boolean sexOnReverse) {
  /** Nothing was asked for. */
  static final CardWording USUAL = new CardWording(Optional.empty(), Optional.empty(), false);

  CardWording {
    if (shownName.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("shownName");
    }
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "CardWording[redacted]";
  }
}
