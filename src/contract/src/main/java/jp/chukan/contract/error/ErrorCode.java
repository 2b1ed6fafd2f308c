package jp.chukan.contract.error;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one error catalogue. The prefix is the function of the documents (FGU 符号管理, SKI 情報照会, TKY
 * 情報提供, TKM 情報提供等記録管理, DBM 情報提供データベース管理, SCM セキュリティ管理, SYM システム管理); {@code docs/errors.md} lists
 * every row.
 */
public enum ErrorCode {
  /** Not well-formed XML. */
  SYM_NOT_WELL_FORMED("SYM-0101", Category.SENDER, "XMLとして整形式ではありません。"),
  /** A DTD, external entity or entity expansion. */
  SYM_DTD_FORBIDDEN("SYM-0102", Category.SENDER, "DTDおよび実体宣言は使用できません。"),
  /** Declared or actual encoding is not UTF-8. */
  SYM_ENCODING("SYM-0103", Category.SENDER, "文字コードがUTF-8ではありません。"),
  /** An element or message over its limit. */
  SYM_TOO_LARGE("SYM-0104", Category.SENDER, "要素または電文の大きさが上限を超えています。"),
  /** An element that the message does not define. */
  SYM_UNKNOWN_ELEMENT("SYM-0105", Category.SENDER, "定義されていない要素があります。"),
  /** An element more often than defined. */
  SYM_REPEATED_ELEMENT("SYM-0106", Category.SENDER, "同じ要素が重複しています。"),
  /** A required element is absent or empty. */
  SYM_MISSING_ELEMENT("SYM-0107", Category.SENDER, "必須の要素がありません。"),
  /** A code or value of the wrong form. */
  SYM_CODE_FORM("SYM-0108", Category.SENDER, "コードの形式が正しくありません。"),
  /** Message type id of another endpoint. */
  SYM_MESSAGE_TYPE("SYM-0109", Category.SENDER, "電文種別IDがこの受付口のものではありません。"),
  /** Elements of the header out of order. */
  SYM_ELEMENT_ORDER("SYM-0110", Category.SENDER, "要素の順序が正しくありません。"),
  /** Message addressed to another institution or system. */
  SYM_DESTINATION("SYM-0111", Category.SENDER, "宛先がこの機関ではありません。"),
  /** Elements nested deeper than allowed. */
  SYM_TOO_DEEP("SYM-0112", Category.SENDER, "要素の入れ子が深すぎます。"),
  /** Content type or HTTP method that the endpoint does not take. */
  SYM_MEDIA_TYPE("SYM-0113", Category.SENDER, "この受付口で扱えない形式です。"),
  /** No such endpoint. */
  SYM_UNKNOWN_ENDPOINT("SYM-0114", Category.SENDER, "存在しない受付口です。"),
  /** A fault of the server itself. */
  SYM_INTERNAL("SYM-0901", Category.RETRY, "一時的に処理できません。時間をおいて再送してください。"),
  /** A part that is needed is not ready. */
  SYM_NOT_READY("SYM-0902", Category.RETRY, "準備中のため受け付けられません。"),
  /** Client certificate missing or not on the allow-list. */
  SCM_CLIENT_NOT_REGISTERED("SCM-0101", Category.SENDER, "接続を許可された相手ではありません。"),
  /** Certificate of another institution. */
  SCM_FOREIGN_INSTITUTION("SCM-0102", Category.SENDER, "他機関の証明書では操作できません。"),
  /** Camel* or JMS* header from outside. */
  SCM_ROUTING_HEADER("SCM-0103", Category.SENDER, "使用できないヘッダーが含まれています。"),
  /** Signature missing, broken or by an unexpected signer. */
  SCM_SIGNATURE("SCM-0201", Category.SENDER, "電子署名を検証できません。"),
  /** Certificate path, validity or purpose. */
  SCM_CERTIFICATE("SCM-0202", Category.SENDER, "証明書が有効ではありません。"),
  /** Algorithm, tag size or profile outside the allowed set. */
  SCM_ALGORITHM("SCM-0203", Category.SENDER, "許可されていない暗号方式です。"),
  /** Envelope that does not open: key, tag or binding. */
  SCM_ENVELOPE("SCM-0204", Category.SENDER, "暗号化された電文を開けません。"),
  /** List not signed by the network. */
  SCM_LIST_SIGNATURE("SCM-0301", Category.SENDER, "照会許可照合リストの署名を検証できません。"),
  /** Older list version. */
  SCM_LIST_OLDER("SCM-0302", Category.SENDER, "照会許可照合リストの版が現在の版より古いです。"),
  /** Same version, other content. */
  SCM_LIST_CONFLICT("SCM-0303", Category.SENDER, "同じ版番号で内容の異なる照会許可照合リストです。"),
  /** List empty, or an entry with a wrong period. */
  SCM_LIST_INVALID("SCM-0304", Category.SENDER, "照会許可照合リストの内容が正しくありません。"),
  /** Affair outside 別表第二 (MS-35). */
  FGU_AFFAIR_NOT_ALLOWED("FGU-0102", Category.SENDER, "符号の取得が許可されている事務ではありません。"),
  /** 符号 arriving for no pending acquisition. */
  FGU_UNKNOWN_PROCESSING_NUMBER("FGU-0103", Category.SENDER, "該当する処理通番がありません。"),
  /** 符号 or number already bound otherwise (MS-30). */
  FGU_CODE_CONFLICT("FGU-0104", Category.SENDER, "符号が既に別の番号と対応付けられています。"),
  /** Same record identification number, other content. */
  FGU_DUPLICATE_RECORD("FGU-0105", Category.SENDER, "「レコード識別番号」が既に存在しています。"),
  /** No usable answer of the 宛名 hub about a person (MS-36). */
  FGU_DIRECTORY_UNAVAILABLE("FGU-0106", Category.RETRY, "宛名管理システムから正しい応答がありません。"),
  /** Message names an attachment that did not come. */
  DBM_ATTACHMENT_MISSING("DBM-0101", Category.SENDER, "添付ファイルがありません。"),
  /** Attachment not named by the message. */
  DBM_ATTACHMENT_NAME("DBM-0102", Category.SENDER, "添付ファイル名が電文の指定と一致しません。"),
  /** Segment missing, repeated or unknown. */
  DBM_SEGMENT("DBM-0103", Category.SENDER, "登録削除区分が正しくありません。"),
  /** Message id that already stands on other content. */
  DBM_MESSAGE_CONFLICT("DBM-0104", Category.SENDER, "同じ電文メッセージIDで内容の異なる電文です。"),
  /** Duplicate record identification number. */
  DBM_DUPLICATE_RECORD("DBM-0201", Category.SENDER, "「レコード識別番号」が既に存在しています。"),
  /** Unknown 特定個人情報名. */
  DBM_UNKNOWN_INFORMATION("DBM-0202", Category.SENDER, "特定個人情報名コードが登録されていません。"),
  /** No layout edition of that number at that date. */
  DBM_UNKNOWN_EDITION("DBM-0203", Category.SENDER, "版番号に対応するデータ標準レイアウトがありません。"),
  /** Item outside the layout (MS-14, JN-08). */
  DBM_ITEM_OUTSIDE_LAYOUT("DBM-0204", Category.SENDER, "データ標準レイアウトにない項目です。"),
  /** Item of wrong type, length or code list. */
  DBM_ITEM_FORM("DBM-0205", Category.SENDER, "項目の値がデータ標準レイアウトの形式に合いません。"),
  /** Items that exclude each other (MS-14). */
  DBM_ITEM_COMBINATION("DBM-0206", Category.SENDER, "同時に登録できない項目の組み合わせです。"),
  /** 本人確認情報ファイル or 送付先情報ファイル (MS-17). */
  DBM_FORBIDDEN_DATA_SET("DBM-0207", Category.SENDER, "本人確認情報および送付先情報は登録できません。"),
  /** Filled KojinNo (MS-31). */
  DBM_KOJIN_NO("DBM-0208", Category.SENDER, "個人番号(KojinNo)は受け付けません。"),
  /** Twelve digits with a valid check digit where the layout expects none. */
  DBM_INDIVIDUAL_NUMBER("DBM-0209", Category.SENDER, "個人番号と見なされる値が含まれています。"),
  /** Older edition over newer (MS-56). */
  DBM_STALE_EDITION("DBM-0210", Category.SENDER, "登録済みの副本より古い版番号です。"),
  /** Older update over newer (MS-56). */
  DBM_STALE_UPDATE("DBM-0211", Category.SENDER, "登録済みの副本より古い更新日時です。"),
  /** Deletion of what is not there. */
  DBM_NOT_FOUND("DBM-0212", Category.SENDER, "削除対象の副本がありません。"),
  /** End of publication before its start. */
  DBM_PERIOD("DBM-0214", Category.SENDER, "公開終了日が公開開始日より前です。"),
  /** Parent record key that names nothing. */
  DBM_PARENT_RECORD("DBM-0215", Category.SENDER, "親データセットレコードがありません。"),
  /** Another source than the one permitted (JN-09). */
  DBM_SOURCE_NOT_PERMITTED("DBM-0216", Category.SENDER, "この特定個人情報の登録を許可された部署ではありません。"),
  /** No permit or no path (MS-03). */
  TKY_PERMIT_MISSING("TKY-0101", Category.NETWORK, "情報提供許可証または経路情報がありません。"),
  /** Tampered permit or path. */
  TKY_PERMIT_SIGNATURE("TKY-0102", Category.NETWORK, "情報提供許可証の署名を検証できません。"),
  /** Expired or not yet valid. */
  TKY_PERMIT_EXPIRED("TKY-0103", Category.NETWORK, "情報提供許可証の有効期限が切れています。"),
  /** Permit used before (MS-04). */
  TKY_PERMIT_REPLAYED("TKY-0104", Category.NETWORK, "情報提供許可証は使用済みです。"),
  /** Permit of another exchange (MS-04). */
  TKY_PERMIT_FOREIGN("TKY-0105", Category.NETWORK, "情報提供許可証が他の機関または他の照会のものです。"),
  /** Path of another exchange (MS-04). */
  TKY_PATH_MISMATCH("TKY-0106", Category.NETWORK, "経路情報が提供要求と一致しません。"),
  /** Key missing, unsuitable or of another inquirer (MS-40). */
  TKY_KEY_UNSUITABLE("TKY-0107", Category.NETWORK, "照会者の暗号化鍵を使用できません。"),
  /** Tuple not on the list (MS-01, MS-02). */
  TKY_NOT_ON_LIST("TKY-0108", Category.NETWORK, "照会許可照合リストで許可されていない照会です。"),
  /** No list in force: deny (MS-02). */
  TKY_NO_LIST("TKY-0109", Category.NETWORK, "有効な照会許可照合リストがありません。"),
  /** Person or purpose; tells nothing about the person. */
  TKY_NOT_PROVIDED("TKY-0110", Category.NETWORK, "提供できません。"),
  /** Asked item outside the layout (MS-14). */
  TKY_ITEM_OUTSIDE_LAYOUT("TKY-0111", Category.NETWORK, "照会項目がデータ標準レイアウトにありません。"),
  /** Information that this provider does not hold. */
  TKY_UNKNOWN_INFORMATION("TKY-0112", Category.NETWORK, "この特定個人情報は提供していません。"),
  /** Same processing number, other content. */
  TKY_REQUEST_CONFLICT("TKY-0113", Category.NETWORK, "同じ処理通番で内容の異なる提供要求です。"),
  /** Receipt that names another answer. */
  TKY_RECEIPT_MISMATCH("TKY-0114", Category.NETWORK, "受領の内容が回答と一致しません。"),
  /** No such record. */
  TKM_RECORD_NOT_FOUND("TKM-0101", Category.SENDER, "該当する情報提供等記録がありません。");

  /** Who has to act, and so whether sending the same again can help. */
  public enum Category {
    /** The sender's input is wrong: the same again gives the same. */
    SENDER,
    /** The network's request may not be answered: recorded, never retried. */
    NETWORK,
    /** A fault of this side: the same again later may succeed. */
    RETRY
  }

  private final String id;
  private final Category category;
  private final String message;

  ErrorCode(String id, Category category, String message) {
    this.id = id;
    this.category = category;
    this.message = message;
  }

  /** The identifier on the wire, for example {@code DBM-0204}. */
  public String id() {
    return id;
  }

  public Category category() {
    return category;
  }

  /** The fixed Japanese text for operators; it never holds a value from the input. */
  public String message() {
    return message;
  }

  /** The code with this identifier, or empty for one that this catalogue does not hold. */
  public static Optional<ErrorCode> ofId(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
  }
}
