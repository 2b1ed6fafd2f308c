package jp.chukan.contract.inquiryfile;

/**
 * What a line of a result file holds after the 18 fields of the request. Clients know 24 to 27; 19
 * to 23 are an assumption of this project.
 */
public enum ResultField {
  RECEPTION_NUMBER("受付番号"),
  RECEIVED_AT("受付日時"),
  PROCESSING_NUMBER("処理通番"),
  PROVIDED_AT("提供日時"),
  ERROR_CODE("処理結果コード"),
  STATUS("照会ステータス(明細単位)"),
  MESSAGE("照会処理結果メッセージ(明細単位)"),
  INFORMATION_STATUS("照会ステータス(特定個人情報名単位)"),
  INFORMATION_MESSAGE("照会処理結果メッセージ(特定個人情報名単位)");

  /** Place of the first item of the 「特定個人情報」 in the line, from 1. */
  public static final int FIRST_ITEM = 28;

  private final String japaneseName;

  ResultField(String japaneseName) {
    this.japaneseName = japaneseName;
  }

  /** Place in the line, from 1. */
  public int number() {
    return InquiryField.COUNT + ordinal() + 1;
  }

  public String japaneseName() {
    return japaneseName;
  }

  /** Number and Japanese name. */
  public String label() {
    return number() + " " + japaneseName;
  }

  /** How a fault names any place of a result line, counted from 0: an item has no name here. */
  static String labelAt(int index) {
    if (index < InquiryField.COUNT) {
      return InquiryField.values()[index].label();
    }
    return index < FIRST_ITEM - 1
        ? values()[index - InquiryField.COUNT].label()
        : Integer.toString(index + 1);
  }
}
