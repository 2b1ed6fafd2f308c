package jp.chukan.gateway.reconciliation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;

/**
 * The columns of a CSV file beside the items. Each is headed by its Japanese name and, in brackets,
 * by what the attachment of DBM 20113 calls it; only the latter counts when a file is read.
 */
enum RegisterColumn {
  ADDRESSEE("団体内統合宛名番号", "IntegratedAddressNumber"),
  INFORMATION("特定個人情報名コード", "SpecificPersonalInformationCode"),
  DATA_SET("データセット識別項目コード", "DataSetIdentificationItemCode"),
  RECORD_KEY("データセットレコードキー", "DataSetRecordKey"),
  EDITION("特定個人情報の版番号", "SPIMajorVersion"),
  PARENT_RECORD_KEY("親データセットレコードキー", "ParentDataSetRecordKey"),
  PUBLISHED_FROM("公開開始日", "PublicationDate"),
  PUBLISHED_TO("公開終了日", "PublishedEndDate"),
  REGION("行政区コード", "AdministrativeRegionCode"),
  RESPONSE_MODE("自動応答不可", "AutoResponseProhibited");

  private final String japanese;
  private final String element;

  RegisterColumn(String japanese, String element) {
    this.japanese = japanese;
    this.element = element;
  }

  /** Name of the element that says the same in XML. */
  String element() {
    return element;
  }

  String heading() {
    return heading(japanese, element);
  }

  static List<String> headings() {
    return Arrays.stream(values()).map(RegisterColumn::heading).toList();
  }

  static String heading(String name, ItemCode item) {
    return heading(name, item.value());
  }

  private static String heading(String name, String code) {
    return name + "(" + code + ")";
  }

  /** What stands in the last brackets of a heading, or all of it when it has none. */
  static String codeOf(String heading) {
    int open = heading.lastIndexOf('(');
    return open >= 0 && heading.endsWith(")")
        ? heading.substring(open + 1, heading.length() - 1).strip()
        : heading.strip();
  }

  static Optional<RegisterColumn> of(String code) {
    return Arrays.stream(values()).filter(column -> column.element.equals(code)).findFirst();
  }
}
