package jp.chukan.contract.attachment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.xml.SecureXml;
import jp.chukan.contract.xml.SecureXmlReader;
import jp.chukan.contract.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads 「副本データ」: a document of its own inside the record, whose element names are the item codes.
 * It passes through the same secure parser as everything else, and its faults stay with its record.
 */
final class CopyDataReader {
  /** What this project writes; the field does not tell the name, so that any is taken. */
  static final String ROOT = "DataSet";

  static final String VERSION = "Version";
  static final String UPDATED_AT = "TimeAndDateOfUpdate";
  static final String REASON_OF_NULL = "ReasonOfNull";

  private static final String ITEM_FORM = "TK[0-9]+";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final Pattern VERSION_FORM = Pattern.compile("[0-9A-Za-z.]{1,10}");

  private final SecureXmlReader xml;
  private final List<ReplicaItem> items = new ArrayList<>();
  private final Set<ItemCode> seen = new HashSet<>();

  private CopyDataReader(SecureXmlReader xml) {
    this.xml = xml;
  }

  /**
   * @throws InvalidInputException for anything but a flat list of items
   */
  static List<ReplicaItem> read(String copyData) {
    try (SecureXmlReader xml = SecureXml.reader(copyData.strip(), XmlLimits.ATTACHMENT)) {
      return new CopyDataReader(xml).run();
    } catch (InvalidInputException e) {
      throw e.refusal().element() == null
          ? InvalidInputException.at(e.refusal().code(), RecordElement.COPY_DATA.elementName())
          : e;
    }
  }

  private List<ReplicaItem> run() {
    xml.next();
    if (xml.hasNamespace() || xml.name().matches(ITEM_FORM)) {
      throw fault(ErrorCode.SYM_UNKNOWN_ELEMENT);
    }
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        items.add(item());
      } else if (event == XMLStreamConstants.CHARACTERS && !xml.isBlankText()) {
        throw fault(ErrorCode.SYM_CODE_FORM);
      }
    }
    return items;
  }

  private ReplicaItem item() {
    ItemCode code = code();
    if (!seen.add(code)) {
      throw fault(ErrorCode.SYM_REPEATED_ELEMENT);
    }
    boolean nil = xml.isNil();
    String version = null;
    Instant updatedAt = null;
    for (int i = 0; i < xml.attributeCount(); i++) {
      String text = xml.attributeValue(i);
      switch (xml.attributeName(i)) {
        case VERSION -> version = version(text);
        case UPDATED_AT -> updatedAt = time(text);
        case REASON_OF_NULL -> {
          // why there is no value is the sender's own note
        }
        default -> {
          if (!xml.isSchemaAttribute(i)) {
            throw fault(ErrorCode.SYM_UNKNOWN_ELEMENT);
          }
        }
      }
    }
    String value = text(nil);
    if (value != null && (version == null || updatedAt == null)) {
      throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, code.value());
    }
    return new ReplicaItem(code, value, version, updatedAt);
  }

  private ItemCode code() {
    try {
      if (!xml.hasNamespace()) {
        return new ItemCode(xml.name());
      }
    } catch (InvalidInputException e) {
      // said below: of the element, not of the code system
    }
    throw fault(ErrorCode.SYM_UNKNOWN_ELEMENT);
  }

  private String version(String text) {
    if (!VERSION_FORM.matcher(text).matches()) {
      throw fault(ErrorCode.SYM_CODE_FORM);
    }
    return text;
  }

  /** A time without an offset is Japan's. */
  private Instant time(String text) {
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          text, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime withOffset -> withOffset.toInstant();
        case LocalDateTime local -> local.atZone(JAPAN).toInstant();
        default -> throw fault(ErrorCode.SYM_CODE_FORM);
      };
    } catch (DateTimeException e) {
      throw fault(ErrorCode.SYM_CODE_FORM);
    }
  }

  /** The whole document is bounded, so that an item needs no limit of its own. */
  private @Nullable String text(boolean nil) {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw fault(ErrorCode.SYM_UNKNOWN_ELEMENT);
      }
      text.append(xml.textBuffer(), xml.textStart(), xml.textLength());
    }
    if (nil && !text.isEmpty()) {
      throw fault(ErrorCode.SYM_CODE_FORM);
    }
    return text.isEmpty() ? null : text.toString();
  }

  private InvalidInputException fault(ErrorCode code) {
    return InvalidInputException.at(code, xml.shownName());
  }
}
