package jp.chukan.mocknetwork.person;

import java.time.LocalDate;

/**
 * 「4情報」 of a person.
 *
 * @param name 氏名
 * @param address 住所
 * @param birthDate 生年月日
 * @param sex 性別: {@code 1} male, {@code 2} female
 */
public record BasicInformation(String name, String address, LocalDate birthDate, String sex) {

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "BasicInformation[redacted]";
  }
}
