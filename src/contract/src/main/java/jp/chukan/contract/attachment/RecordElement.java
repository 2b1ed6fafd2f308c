package jp.chukan.contract.attachment;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The elements of one record; clients write them in any order. */
enum RecordElement {
  RECORD_NUMBER("RecordIdentificationNumber"),
  ADDRESSEE("IntegratedAddressNumber"),
  INFORMATION("SpecificPersonalInformationCode"),
  DATA_SET_ITEM("DataSetIdentificationItemCode"),
  RECORD_KEY("DataSetRecordKey"),
  EDITION("SPIMajorVersion"),
  PARENT_RECORD_KEY("ParentDataSetRecordKey"),
  PUBLISHED_FROM("PublicationDate"),
  PUBLISHED_TO("PublishedEndDate"),
  ADMINISTRATIVE_REGION("AdministrativeRegionCode"),
  AUTO_RESPONSE_PROHIBITED("AutoResponseProhibited"),
  NON_DISCLOSURE("NonDisclosureCode"),
  COPY_DATA("DuplicateCopyData"),
  /** Clients of the 宛名 layer send it along; only an empty one is let pass (MS-31). */
  INDIVIDUAL_NUMBER("KojinNo");

  private static final Map<String, RecordElement> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(RecordElement::elementName, Function.identity()));

  private final String elementName;

  RecordElement(String elementName) {
    this.elementName = elementName;
  }

  String elementName() {
    return elementName;
  }

  /** Characters that the text of this element may have before it is refused unread. */
  int largest() {
    return this == COPY_DATA ? 256 * 1024 : 64 * 1024;
  }

  static @Nullable RecordElement named(String name) {
    return BY_NAME.get(name);
  }
}
