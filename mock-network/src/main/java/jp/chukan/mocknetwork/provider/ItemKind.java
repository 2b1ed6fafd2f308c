package jp.chukan.mocknetwork.provider;

/** What the values of an item look like. */
enum ItemKind {
  /** 世帯主フラグ. */
  HEAD_FLAG,
  /** 世帯主氏名, when the person is no head. */
  HEAD_NAME,
  /** 続柄, when the person is no head. */
  RELATIONSHIP,
  /** An item whose meaning is not published: some digits, or nothing. */
  PLACEHOLDER,
  /** 税額. */
  AMOUNT,
  /** 金融機関コード. */
  BANK,
  /** 店番. */
  BRANCH,
  /** 預貯金種目コード. */
  ACCOUNT_KIND,
  /** 口座番号. */
  ACCOUNT_NUMBER,
  /** 名義人氏名. */
  HOLDER
}
