package jp.chukan.gateway.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One record of an attachment as a client writes it; sound until a test makes it otherwise. */
final class Row {
  private final Map<String, String> elements = new LinkedHashMap<>();
  private String more = "";

  private Row() {}

  /** The member of a household, with the head's name. */
  static Row member(String number, String addressee) {
    return of("TM00000000000001", "TK00000000000100", number, addressee).content("0", "架空 太郎", "子");
  }

  /** Of any 「特定個人情報」, without content. */
  static Row of(String information, String dataSet, String number, String addressee) {
    Row row = new Row();
    row.elements.put("RecordIdentificationNumber", number);
    row.elements.put("IntegratedAddressNumber", addressee);
    row.elements.put("SpecificPersonalInformationCode", information);
    row.elements.put("DataSetIdentificationItemCode", dataSet);
    row.elements.put("DataSetRecordKey", "1");
    row.elements.put("SPIMajorVersion", "1");
    row.elements.put("ParentDataSetRecordKey", "");
    row.elements.put("PublicationDate", "2026-10-01");
    row.elements.put("PublishedEndDate", "");
    row.elements.put("AdministrativeRegionCode", "");
    return row;
  }

  /** The head of a household. */
  static Row head(String number, String addressee) {
    return member(number, addressee).items(item("TK00000000000101", "1"));
  }

  Row with(String element, String value) {
    elements.put(element, value);
    return this;
  }

  /** Gives it this person, unless the test has taken the element away. */
  Row withAddressee(String addressee) {
    elements.replace("IntegratedAddressNumber", addressee);
    return this;
  }

  Row without(String element) {
    elements.remove(element);
    return this;
  }

  /** Text between the elements, as it stands. */
  Row and(String xml) {
    more += xml;
    return this;
  }

  Row named(String headName) {
    return content("0", headName, "子");
  }

  Row content(String flag, String headName, String relation) {
    return items(
        item("TK00000000000101", flag),
        item("TK00000000000102", headName),
        item("TK00000000000103", relation));
  }

  Row items(String... items) {
    return copyData(
        "<DataSet xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + String.join("", items)
            + "</DataSet>");
  }

  /** Says that the items were changed at this time. */
  Row updated(String time) {
    return with(
        "DuplicateCopyData",
        elements.getOrDefault("DuplicateCopyData", "").replace("2026-10-01T09:00:00+09:00", time));
  }

  Row copyData(String document) {
    elements.put("DuplicateCopyData", "<![CDATA[" + document + "]]>");
    return this;
  }

  static String item(String code, String value) {
    return "<%s Version=\"1\" TimeAndDateOfUpdate=\"2026-10-01T09:00:00+09:00\">%s</%s>"
        .formatted(code, value, code);
  }

  static String empty(String code) {
    return "<%s ReasonOfNull=\"NotAcceptable\" xsi:nil=\"true\"/>".formatted(code);
  }

  String xml() {
    return elements.entrySet().stream()
        .map(e -> "<%s>%s</%s>".formatted(e.getKey(), e.getValue(), e.getKey()))
        .collect(
            Collectors.joining(
                "",
                "<InformationOfSPIRegistrationDelete>",
                more + "</InformationOfSPIRegistrationDelete>"));
  }

  static String attachment(String segment, Row... rows) {
    return Stream.of(rows)
        .map(Row::xml)
        .collect(
            Collectors.joining(
                "\n",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SPIRegistrationDeleteList>"
                    + "<SegmentOfRegistrationDelete>"
                    + segment
                    + "</SegmentOfRegistrationDelete>\n",
                "\n</SPIRegistrationDeleteList>\n"));
  }

  /** With the segment after the records, as other clients write it. */
  static String attachmentEndingWith(String segment, Row... rows) {
    return Stream.of(rows)
        .map(Row::xml)
        .collect(
            Collectors.joining(
                "\n",
                "<SPIRegistrationDeleteList>",
                "<SegmentOfRegistrationDelete>"
                    + segment
                    + "</SegmentOfRegistrationDelete></SPIRegistrationDeleteList>"));
  }
}
