package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;

/**
 * 「記載事項」 of a 住民票 beside what other systems are told (住民基本台帳法第7条, I:225 items 40, 57 to 60, 66, 67,
 * 86 to 95).
 *
 * @param civilStatus 本籍 of a Japanese, 在留情報 of a foreigner
 * @param previousAddress 前住所, empty for whom the municipality knows none
 * @param settledOn 住所を定めた年月日
 */
public record Particulars(
    CivilStatus civilStatus, Optional<String> previousAddress, LocalDate settledOn) {
  /** What stands on a 住民票 because of somebody's nationality. */
  public sealed interface CivilStatus {}

  /**
   * A Japanese.
   *
   * @param domicile 本籍
   * @param firstRegistered position of the 筆頭者
   */
  public record Japanese(String domicile, int firstRegistered) implements CivilStatus {
    /** Never shows the place: it is about a person. */
    @Override
    public String toString() {
      return "Japanese[redacted]";
    }
  }

  /**
   * A foreigner: 「在留情報」.
   *
   * @param category 法第30条の45に規定する区分
   * @param since 外国人住民となった年月日
   * @param ministryVersion version of the last 法務省通知, 0 before the first
   */
  public record Foreigner(LegalCategory category, LocalDate since, int ministryVersion)
      implements CivilStatus {}

  Particulars with(CivilStatus changed) {
    return new Particulars(changed, previousAddress, settledOn);
  }

  Particulars movedFrom(String address, LocalDate day) {
    return new Particulars(civilStatus, Optional.of(address), day);
  }

  /** 在留情報, empty for a Japanese. */
  public Optional<Foreigner> foreigner() {
    return switch (civilStatus) {
      case Foreigner foreigner -> Optional.of(foreigner);
      case Japanese japanese -> Optional.empty();
    };
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "Particulars[redacted]";
  }
}
