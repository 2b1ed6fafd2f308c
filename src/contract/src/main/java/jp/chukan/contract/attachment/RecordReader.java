package jp.chukan.contract.attachment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.xml.SecureXmlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record: first all its elements in whatever order, then each by the form of its code.
 */
final class RecordReader {
  private static final Pattern RECORD_KEY = Pattern.compile("[!-~]{1,40}");
  private static final Pattern REGION = Pattern.compile("[0-9A-Za-z-]{1,20}");
  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private final SecureXmlReader xml;
  private final int position;
  private final Map<RecordElement, String> values = new EnumMap<>(RecordElement.class);
  private final Set<RecordElement> seen = EnumSet.noneOf(RecordElement.class);
  private @Nullable Refusal fault;

  RecordReader(SecureXmlReader xml, int position) {
    this.xml = xml;
    this.position = position;
  }

  AttachmentRecord read() {
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        readElement();
      } else if (!xml.isBlankText()) {
        note(Refusal.at(ErrorCode.SYM_CODE_FORM, RegistrationAttachment.RECORD));
      }
    }
    if (fault == null) {
      try {
        return new AttachmentRecord.Readable(position, record());
      } catch (InvalidInputException e) {
        note(e.refusal());
      }
    }
    return unreadable();
  }

  private void readElement() {
    RecordElement element = xml.hasNamespace() ? null : RecordElement.named(xml.name());
    if (element == null) {
      note(Refusal.at(ErrorCode.SYM_UNKNOWN_ELEMENT, xml.shownName()));
      xml.skipElement();
      return;
    }
    ElementText text = ElementText.read(xml, element.largest());
    if (element == RecordElement.INDIVIDUAL_NUMBER && text.filled()) {
      // Whatever else is wrong, this is what the sender has to hear.
      fault = Refusal.at(ErrorCode.DBM_KOJIN_NO, element.elementName());
      return;
    }
    if (!seen.add(element)) {
      note(Refusal.at(ErrorCode.SYM_REPEATED_ELEMENT, element.elementName()));
    }
    if (text.fault() != null) {
      note(text.fault());
    }
    if (text.value() != null) {
      values.putIfAbsent(element, text.value());
    }
  }

  private void note(Refusal refusal) {
    if (fault == null) {
      fault = refusal;
    }
  }

  private AttachmentRecord unreadable() {
    String number;
    try {
      number = required(RecordElement.RECORD_NUMBER, RecordIdentificationNumber::new).value();
    } catch (InvalidInputException e) {
      number = null;
    }
    Refusal refusal = fault == null ? Refusal.of(ErrorCode.SYM_INTERNAL) : fault;
    return new AttachmentRecord.Unreadable(position, number, refusal.inRecord(number));
  }

  private RegistrationRecord record() {
    String copy = values.get(RecordElement.COPY_DATA);
    return new RegistrationRecord(
        required(RecordElement.RECORD_NUMBER, RecordIdentificationNumber::new),
        required(RecordElement.ADDRESSEE, UnifiedAddresseeNumber::new),
        required(RecordElement.INFORMATION, SpecificPersonalInformationCode::new),
        required(RecordElement.DATA_SET_ITEM, ItemCode::new),
        required(RecordElement.RECORD_KEY, text -> matching(RECORD_KEY, text)),
        required(RecordElement.EDITION, LayoutEdition::new),
        optional(RecordElement.PARENT_RECORD_KEY, text -> matching(RECORD_KEY, text)),
        optional(RecordElement.PUBLISHED_FROM, RecordReader::date),
        optional(RecordElement.PUBLISHED_TO, RecordReader::date),
        optional(RecordElement.ADMINISTRATIVE_REGION, text -> matching(REGION, text)),
        optional(RecordElement.AUTO_RESPONSE_PROHIBITED, RecordReader::responseMode),
        optional(RecordElement.NON_DISCLOSURE, NonDisclosureCode::new),
        copy == null ? List.of() : CopyDataReader.read(copy));
  }

  private <T> T required(RecordElement element, Function<String, T> form) {
    T value = optional(element, form);
    if (value == null) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, element.elementName());
    }
    return value;
  }

  private <T> @Nullable T optional(RecordElement element, Function<String, T> form) {
    String text = values.get(element);
    if (text == null) {
      return null;
    }
    try {
      return form.apply(text);
    } catch (InvalidInputException | DateTimeException e) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, element.elementName());
    }
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    }
    return text;
  }

  private static LocalDate date(String text) {
    if (text.length() != DATE_LENGTH) {
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    }
    return LocalDate.parse(text);
  }

  private static ResponseMode responseMode(String flag) {
    return switch (flag) {
      case "0" -> ResponseMode.AUTOMATIC;
      case "1" -> ResponseMode.APPROVAL_REQUIRED;
      default -> throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    };
  }
}
