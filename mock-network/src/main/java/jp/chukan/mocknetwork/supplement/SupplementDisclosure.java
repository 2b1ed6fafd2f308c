package jp.chukan.mocknetwork.supplement;

import java.time.LocalDate;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「開示」: a person wants to see what is kept of them; the clerk has proved who they are (G:51,
 * G:757).
 *
 * @param operator 操作者ID of the clerk
 * @param recordCode 住民票コード
 * @param name 氏名, which must be that of the 附票 (MU-26)
 * @param birthDate 生年月日, likewise
 */
public record SupplementDisclosure(
    String operator, ResidentRecordCode recordCode, String name, LocalDate birthDate) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-disclosure";

  /** 事務 of every disclosure. */
  public static final String AFFAIR = "D01";

  /** Who prints it, and for what; its form is checked here. */
  public Purpose purpose() {
    return new Purpose(operator, AFFAIR);
  }

  public SupplementDisclosure {
    new Purpose(operator, AFFAIR);
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "SupplementDisclosure[redacted]";
  }

  /**
   * The answer.
   *
   * @param form 開示帳票, as it is printed
   */
  public record Printed(String form) {
    /** Never shows what is printed. */
    @Override
    public String toString() {
      return "Printed[redacted]";
    }
  }
}
