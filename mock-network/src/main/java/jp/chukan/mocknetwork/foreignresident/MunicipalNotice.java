package jp.chukan.mocknetwork.foreignresident;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;

/**
 * 「市町村通知」 (出入国管理及び難民認定法第61条の8の2): a foreign resident as the 住民票 has it after an event. Neither 個人番号
 * nor 住民票コード is in it.
 *
 * @param position 整理番号 that the municipality gave the person
 * @param person 4情報
 * @param nationality code of ISO 3166-1 alpha-3
 * @param category 法第30条の45に規定する区分, as the municipality knows it
 * @param foreignResidentSince 外国人住民となった年月日
 * @param ministryVersion version of the last 法務省通知 that the municipality took, 0 when none
 * @param removal what the 消除 was, empty while the person lives there
 * @param version of two notices about a person the greater is the newer
 */
public record MunicipalNotice(
    int position,
    BasicInformation person,
    String nationality,
    LegalCategory category,
    LocalDate foreignResidentSince,
    int ministryVersion,
    Optional<ResidentNotice.Removal> removal,
    int version) {
  /** Kind of message. */
  public static final String MESSAGE = "foreign-resident";

  public MunicipalNotice {
    Nationality.requireForeign(nationality);
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /**
   * What the receiver answers.
   *
   * @param kept whether the person is known there now
   */
  public record Taken(boolean kept) {}

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "MunicipalNotice[" + position + ", redacted]";
  }
}
