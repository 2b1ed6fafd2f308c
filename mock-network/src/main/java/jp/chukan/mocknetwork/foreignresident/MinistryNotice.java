package jp.chukan.mocknetwork.foreignresident;

import java.time.Instant;
import java.util.Optional;

/**
 * 「法務省通知」 (住民基本台帳法第30条の50): what stands on the card of a foreign resident from now on. It says
 * nothing of an address, which is the municipality's.
 *
 * @param position 整理番号 that the municipality gave the person
 * @param formerCard number of the card until now, empty for somebody who had none
 * @param name 氏名
 * @param nationality code of ISO 3166-1 alpha-3
 * @param category 法第30条の45に規定する区分
 * @param version counts the notices about a person, from 1
 * @param at when it was permitted or notified
 */
public record MinistryNotice(
    int position,
    Optional<ResidenceCardNumber> formerCard,
    String name,
    String nationality,
    LegalCategory category,
    int version,
    Instant at) {
  /** Kind of message. */
  public static final String MESSAGE = "residence-change";

  private static final int LONGEST = 200;

  public MinistryNotice {
    Nationality.requireForeign(nationality);
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("name");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /**
   * What the receiver answers.
   *
   * @param changed how many 住民票 changed with it: those of a household name its head
   */
  public record Taken(int changed) {}

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "MinistryNotice[" + position + ", redacted]";
  }
}
