package jp.chukan.contract.attachment;

import javax.xml.stream.XMLStreamConstants;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.xml.SecureXmlReader;
import org.jspecify.annotations.Nullable;

/**
 * The text of one simple element.
 *
 * @param value null when the element is empty, {@code xsi:nil} or faulty
 * @param filled whether it held anything at all
 * @param fault what is wrong with it, null when nothing is
 */
record ElementText(@Nullable String value, boolean filled, @Nullable Refusal fault) {

  /** Reads to the end of the element that starts here; never holds more than {@code largest}. */
  static ElementText read(SecureXmlReader xml, int largest) {
    String name = xml.shownName();
    boolean nil = xml.isNil();
    Refusal fault = hasOwnAttributes(xml) ? Refusal.at(ErrorCode.SYM_UNKNOWN_ELEMENT, name) : null;
    StringBuilder text = new StringBuilder();
    long length = 0;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        fault = first(fault, ErrorCode.SYM_UNKNOWN_ELEMENT, xml.shownName());
        length++;
        xml.skipElement();
      } else {
        length += xml.textLength();
        if (length <= largest) {
          text.append(xml.textBuffer(), xml.textStart(), xml.textLength());
        }
      }
    }
    if (length > largest) {
      fault = first(fault, ErrorCode.SYM_TOO_LARGE, name);
    }
    if (nil && length > 0) {
      fault = first(fault, ErrorCode.SYM_CODE_FORM, name);
    }
    boolean usable = fault == null && !text.isEmpty();
    return new ElementText(usable ? text.toString() : null, length > 0, fault);
  }

  private static Refusal first(@Nullable Refusal earlier, ErrorCode code, String element) {
    return earlier == null ? Refusal.at(code, element) : earlier;
  }

  private static boolean hasOwnAttributes(SecureXmlReader xml) {
    for (int i = 0; i < xml.attributeCount(); i++) {
      if (!xml.isSchemaAttribute(i)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "ElementText[redacted]";
  }
}
