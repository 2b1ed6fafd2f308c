package jp.chukan.contract.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.xml.SecureXml;
import org.jspecify.annotations.Nullable;

/**
 * Writes the attachment of {@code IF_DBM_20113_R01} as a stream, as clients of the field do: what
 * has no value is an empty element, 「副本データ」 is a CDATA section.
 *
 * <p>Closing ends the document and flushes; the stream itself stays open.
 */
public final class RegistrationAttachmentWriter implements AutoCloseable {
  private static final DateTimeFormatter JAPAN_TIME =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(9));

  private final XMLStreamWriter xml;
  private final Segment segment;
  private final SegmentPlace place;

  public RegistrationAttachmentWriter(OutputStream target, Segment segment, SegmentPlace place)
      throws IOException {
    this.segment = segment;
    this.place = place;
    try {
      this.xml = SecureXml.writer(target);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(RegistrationAttachment.ROOT);
      xml.writeCharacters("\n");
      if (place == SegmentPlace.BEFORE_RECORDS) {
        writeSegment();
      }
    } catch (XMLStreamException e) {
      throw new IOException("the attachment cannot be begun", e);
    }
  }

  public void write(RegistrationRecord record) throws IOException {
    try {
      xml.writeStartElement(RegistrationAttachment.RECORD);
      element(RecordElement.RECORD_NUMBER, record.recordNumber().value());
      element(RecordElement.ADDRESSEE, record.addressee().value());
      element(RecordElement.INFORMATION, record.information().value());
      element(RecordElement.DATA_SET_ITEM, record.dataSetItem().value());
      element(RecordElement.RECORD_KEY, record.recordKey());
      element(RecordElement.EDITION, record.edition().value());
      element(RecordElement.PARENT_RECORD_KEY, record.parentRecordKey());
      element(RecordElement.PUBLISHED_FROM, day(record.publishedFrom()));
      element(RecordElement.PUBLISHED_TO, day(record.publishedTo()));
      element(RecordElement.ADMINISTRATIVE_REGION, record.administrativeRegionCode());
      writeFlags(record.responseMode(), record.nonDisclosure());
      writeCopyData(record.items());
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException("a record cannot be written", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (place == SegmentPlace.AFTER_RECORDS) {
        writeSegment();
      }
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("the attachment cannot be ended", e);
    }
  }

  private void writeSegment() throws XMLStreamException {
    xml.writeStartElement(RegistrationAttachment.SEGMENT);
    xml.writeCharacters(segment.wireValue());
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Both flags are this project's own: a client that knows none of them writes neither. */
  private void writeFlags(@Nullable ResponseMode mode, @Nullable NonDisclosureCode nonDisclosure)
      throws XMLStreamException {
    if (mode != null) {
      element(
          RecordElement.AUTO_RESPONSE_PROHIBITED,
          switch (mode) {
            case AUTOMATIC -> "0";
            case APPROVAL_REQUIRED -> "1";
          });
    }
    if (nonDisclosure != null) {
      element(RecordElement.NON_DISCLOSURE, nonDisclosure.value());
    }
  }

  private void writeCopyData(List<ReplicaItem> items) throws XMLStreamException {
    if (items.isEmpty()) {
      element(RecordElement.COPY_DATA, null);
      return;
    }
    xml.writeStartElement(RecordElement.COPY_DATA.elementName());
    xml.writeCData(copyData(items));
    xml.writeEndElement();
  }

  private void element(RecordElement element, @Nullable String value) throws XMLStreamException {
    if (value == null) {
      xml.writeEmptyElement(element.elementName());
      return;
    }
    xml.writeStartElement(element.elementName());
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private static @Nullable String day(@Nullable LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static String copyData(List<ReplicaItem> items) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter inner = SecureXml.writer(text);
    inner.writeStartElement(CopyDataReader.ROOT);
    inner.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    for (ReplicaItem item : items) {
      writeItem(inner, item);
    }
    inner.writeEndElement();
    inner.close();
    return text.toString();
  }

  private static void writeItem(XMLStreamWriter inner, ReplicaItem item) throws XMLStreamException {
    String value = item.value();
    if (value == null) {
      inner.writeEmptyElement(item.code().value());
    } else {
      inner.writeStartElement(item.code().value());
    }
    if (item.version() != null) {
      inner.writeAttribute(CopyDataReader.VERSION, item.version());
    }
    Instant updatedAt = item.updatedAt();
    if (updatedAt != null) {
      inner.writeAttribute(CopyDataReader.UPDATED_AT, JAPAN_TIME.format(updatedAt));
    }
    if (value == null) {
      inner.writeAttribute(CopyDataReader.REASON_OF_NULL, "NotAcceptable");
      inner.writeAttribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil", "true");
    } else {
      inner.writeCharacters(value);
      inner.writeEndElement();
    }
  }
}
