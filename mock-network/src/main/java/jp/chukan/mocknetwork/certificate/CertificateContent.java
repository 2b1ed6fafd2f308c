package jp.chukan.mocknetwork.certificate;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * What a 住民票の写し says.
 *
 * @param address 住所, of all of them
 * @param headName 世帯主氏名, empty when it was not asked for
 * @param persons in the order of the household
 */
public record CertificateContent(String address, Optional<String> headName, List<Entry> persons) {
  public CertificateContent {
    persons = List.copyOf(persons);
  }

  /**
   * One person.
   *
   * @param name 氏名
   * @param birthDate 生年月日
   * @param sex 性別: {@code 1} male, {@code 2} female
   * @param residentSince 住民となった年月日
   * @param settledOn 住所を定めた年月日
   * @param previousAddress 前住所, empty when none is known
   * @param relationship 続柄, empty when it was not asked for
   * @param domicile 本籍, empty when it was not asked for and of a foreigner
   * @param stay 在留情報, empty when it was not asked for and of a Japanese
   */
  public record Entry(
      String name,
      LocalDate birthDate,
      String sex,
      LocalDate residentSince,
      LocalDate settledOn,
      Optional<String> previousAddress,
      Optional<String> relationship,
      Optional<Domicile> domicile,
      Optional<Stay> stay) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Entry[redacted]";
    }
  }

  /**
   * 「本籍」.
   *
   * @param place 本籍
   * @param firstRegistered 筆頭者の氏名
   */
  public record Domicile(String place, String firstRegistered) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Domicile[redacted]";
    }
  }

  /**
   * 「在留情報」.
   *
   * @param nationality 国籍・地域
   * @param category 法第30条の45に規定する区分
   * @param status 在留資格, empty for whom none is needed
   * @param period 在留期間
   * @param expiresOn 在留期間等の満了の日
   * @param cardNumber 在留カード等の番号
   */
  public record Stay(
      String nationality,
      String category,
      Optional<String> status,
      Optional<Period> period,
      Optional<LocalDate> expiresOn,
      Optional<String> cardNumber) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Stay[redacted]";
    }
  }

  /** Never shows a value: all of it is about persons. */
  @Override
  public String toString() {
    return "CertificateContent[redacted]";
  }
}
