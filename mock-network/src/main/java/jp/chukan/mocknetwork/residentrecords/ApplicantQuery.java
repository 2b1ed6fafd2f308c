package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * The 申請管理システム asks who has this 住民票コード here (I:38).
 *
 * @param recordCode 住民票コード
 */
public record ApplicantQuery(ResidentRecordCode recordCode) {
  /** Kind of message. */
  public static final String MESSAGE = "applicant";

  /**
   * The answer. Refused are UNKNOWN, ALREADY_REMOVED for somebody who is gone, and LOCKED for
   * somebody under 支援措置 (MU-05).
   *
   * @param addresseeNumber 宛名番号
   * @param name 氏名, to be held against the application (JN-39)
   * @param birthDate 生年月日, for the same
   */
  public record Reply(AddresseeNumber addresseeNumber, String name, LocalDate birthDate) {
    /** Shows nothing: all of it is about a person. */
    @Override
    public String toString() {
      return "Reply[redacted]";
    }
  }
}
