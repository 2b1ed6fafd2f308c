package jp.chukan.contract.attachment;

/** Where a client writes the 「登録削除区分」; both are met in the field. */
public enum SegmentPlace {
  BEFORE_RECORDS,
  AFTER_RECORDS
}
