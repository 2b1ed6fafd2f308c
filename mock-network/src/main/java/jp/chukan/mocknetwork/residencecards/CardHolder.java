package jp.chukan.mocknetwork.residencecards;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;

/**
 * A foreigner in one municipality, as 法務省 knows of it.
 *
 * @param place five digits of the municipality
 * @param position 整理番号 there
 * @param person 4情報
 * @param nationality code of ISO 3166-1 alpha-3
 * @param category 法第30条の45に規定する区分; 法務省 decides it
 * @param foreignResidentSince 外国人住民となった年月日
 * @param ministryVersion of the last 法務省通知 about the person there, 0 before the first
 * @param removal what the 消除 was, empty while the person lives there
 * @param version of the last 市町村通知
 */
record CardHolder(
    String place,
    int position,
    BasicInformation person,
    String nationality,
    LegalCategory category,
    LocalDate foreignResidentSince,
    int ministryVersion,
    Optional<ResidentNotice.Removal> removal,
    int version) {

  /** As the municipality says. */
  static CardHolder of(String place, MunicipalNotice notice) {
    return new CardHolder(
        place,
        notice.position(),
        notice.person(),
        notice.nationality(),
        notice.category(),
        notice.foreignResidentSince(),
        notice.ministryVersion(),
        notice.removal(),
        notice.version());
  }

  /**
   * What the municipality says of the person, and what 法務省 decided since.
   *
   * @param notice of a municipality that has not taken the last 法務省通知 yet
   */
  CardHolder livingAs(MunicipalNotice notice) {
    BasicInformation there = notice.person();
    return new CardHolder(
        place,
        position,
        new BasicInformation(person.name(), there.address(), there.birthDate(), there.sex()),
        nationality,
        category,
        foreignResidentSince,
        ministryVersion,
        notice.removal(),
        notice.version());
  }

  /** After a decision of 法務省. */
  CardHolder decided(String name, String newNationality, LegalCategory newCategory) {
    return new CardHolder(
        place,
        position,
        new BasicInformation(name, person.address(), person.birthDate(), person.sex()),
        newNationality,
        newCategory,
        foreignResidentSince,
        ministryVersion + 1,
        removal,
        version);
  }

  /** Whether somebody of another record can be the same person. */
  boolean canBe(BasicInformation other) {
    return person.birthDate().equals(other.birthDate()) && person.sex().equals(other.sex());
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "CardHolder[redacted]";
  }
}
