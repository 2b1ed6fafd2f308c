package jp.chukan.mocknetwork.applications;

import java.time.LocalDate;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationVersion;

/**
 * What the staff sees of an application: the person by three identifiers (MU-26), and what is
 * applied for.
 *
 * @param id which submission
 * @param addresseeNumber 宛名番号
 * @param name 氏名 by the 住民票
 * @param birthDate 生年月日 by the 住民票
 * @param content what is applied for
 * @param documents how many documents came with it
 */
public record ApplicationOnScreen(
    ApplicationVersion id,
    AddresseeNumber addresseeNumber,
    String name,
    LocalDate birthDate,
    ApplicationContent content,
    int documents) {

  /** Shows which it is, and nothing about the person. */
  @Override
  public String toString() {
    return "ApplicationOnScreen[" + id.label() + ", redacted]";
  }
}
