package jp.chukan.contract.attachment;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.xml.SecureXml;
import jp.chukan.contract.xml.SecureXmlReader;
import jp.chukan.contract.xml.XmlLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attachment of {@code IF_DBM_20113_R01} as a stream: one record is in memory at a time,
 * however long the file is.
 *
 * <p>A fault inside a record refuses that record and the file goes on: an element that is unknown,
 * repeated, missing, of the wrong form or too large (it is passed over, never held), 「副本データ」 that
 * is no document or a dangerous one, a filled {@code KojinNo}.
 *
 * <p>The whole file is refused when it can no longer be told where a record ends or what the
 * records are for: not well-formed, a document type or entity, another encoding, nesting deeper
 * than 16, a name, attribute or comment over 1 MiB, another element beside the records, a segment
 * that is missing, repeated or unknown. Records that came before such a fault have been handled by
 * then; the caller undoes them.
 */
public final class RegistrationAttachmentReader {
  private static final int LONGEST_SEGMENT = 16;

  private final SecureXmlReader xml;
  private final RecordHandler handler;
  private @Nullable Segment segment;
  private int position;

  private RegistrationAttachmentReader(SecureXmlReader xml, RecordHandler handler) {
    this.xml = xml;
    this.handler = handler;
  }

  /**
   * Hands over each record and says in the end what they are for.
   *
   * @throws InvalidInputException when the file is refused as a whole
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static Segment read(InputStream attachment, RecordHandler handler) {
    try (SecureXmlReader xml = SecureXml.reader(attachment, XmlLimits.ATTACHMENT)) {
      return new RegistrationAttachmentReader(xml, handler).run();
    }
  }

  private Segment run() {
    xml.next();
    if (xml.hasNamespace() || !xml.name().equals(RegistrationAttachment.ROOT)) {
      throw InvalidInputException.at(ErrorCode.SYM_UNKNOWN_ELEMENT, xml.shownName());
    }
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        child();
      } else if (event == XMLStreamConstants.CHARACTERS && !xml.isBlankText()) {
        throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, RegistrationAttachment.ROOT);
      }
    }
    if (segment == null) {
      throw InvalidInputException.at(ErrorCode.DBM_SEGMENT, RegistrationAttachment.SEGMENT);
    }
    return segment;
  }

  private void child() {
    String name = xml.hasNamespace() ? "" : xml.name();
    switch (name) {
      case RegistrationAttachment.RECORD ->
          handler.handle(new RecordReader(xml, ++position).read());
      case RegistrationAttachment.SEGMENT -> readSegment();
      default -> throw InvalidInputException.at(ErrorCode.SYM_UNKNOWN_ELEMENT, xml.shownName());
    }
  }

  private void readSegment() {
    ElementText text = ElementText.read(xml, LONGEST_SEGMENT);
    if (segment != null || text.fault() != null) {
      throw InvalidInputException.at(ErrorCode.DBM_SEGMENT, RegistrationAttachment.SEGMENT);
    }
    segment = Segment.fromWire(String.valueOf(text.value()));
  }
}
