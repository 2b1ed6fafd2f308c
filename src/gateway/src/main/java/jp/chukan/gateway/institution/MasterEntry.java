package jp.chukan.gateway.institution;

import java.time.LocalDateTime;
import jp.chukan.contract.code.InstitutionCode;

/**
 * One row of the master.
 *
 * @param institution 「機関コード」
 * @param serialNumber 「コード連番」: several rows of one institution are told apart by it
 * @param formerCode 「既存の識別コード」, of a municipality its 5 digits; may be empty
 * @param name 「機関名」
 * @param disabled 「無効化フラグ」: never valid, whatever its period
 * @param from 「有効開始日時」 in Japan
 * @param to 「有効終了日時」 in Japan; this minute belongs to the period
 * @param versionInformation 「バージョン情報」, may be empty
 */
record MasterEntry(
    InstitutionCode institution,
    String serialNumber,
    String formerCode,
    String name,
    boolean disabled,
    LocalDateTime from,
    LocalDateTime to,
    String versionInformation) {

  /** What tells a row from every other of its version. */
  record Key(InstitutionCode institution, String serialNumber) {}

  Key key() {
    return new Key(institution, serialNumber);
  }

  boolean covers(LocalDateTime time) {
    return !disabled && !time.isBefore(from) && time.isBefore(to.plusMinutes(1));
  }

  /** Whether both are valid at some minute. */
  boolean overlaps(MasterEntry other) {
    return !disabled && !other.disabled && !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
