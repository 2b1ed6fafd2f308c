package jp.chukan.mocknetwork.inquirer;

import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * A person as an inquirer knows it.
 *
 * @param reference the inquirer's own reference
 * @param residentRecordCode 住民票コード, for the acquisition of a 符号
 */
public record Subject(String reference, ResidentRecordCode residentRecordCode) {
  /** Never shows a value: it points at a person. */
  @Override
  public String toString() {
    return "Subject[redacted]";
  }
}
