package jp.chukan.mocknetwork.municipality;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/** The attachment of a registration, {@code SPIRegistrationDeleteList}. */
final class ReplicaAttachment {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private ReplicaAttachment() {}

  /**
   * One record.
   *
   * @param recordNumber 「レコード識別番号」
   * @param addressee 「団体内統合宛名番号」
   * @param submission what is registered
   */
  record Entry(
      String recordNumber, UnifiedAddresseeNumber addressee, SubmitReplicas.Submission submission) {
    static Entry of(UnifiedAddresseeNumber addressee, SubmitReplicas.Submission submission) {
      return new Entry(UUID.randomUUID().toString(), addressee, submission);
    }
  }

  static byte[] write(List<Entry> entries) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("SPIRegistrationDeleteList");
      element(xml, "SegmentOfRegistrationDelete", "1");
      for (Entry entry : entries) {
        write(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an attachment could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    SubmitReplicas.Submission submission = entry.submission();
    xml.writeStartElement("InformationOfSPIRegistrationDelete");
    element(xml, "RecordIdentificationNumber", entry.recordNumber());
    element(xml, "IntegratedAddressNumber", entry.addressee().value());
    element(xml, "SpecificPersonalInformationCode", HouseholdInformation.INFORMATION.value());
    element(xml, "DataSetIdentificationItemCode", HouseholdInformation.DATA_SET.value());
    element(xml, "DataSetRecordKey", "1");
    element(xml, "SPIMajorVersion", HouseholdInformation.EDITION.value());
    element(xml, "ParentDataSetRecordKey", "");
    element(xml, "PublicationDate", submission.updatedAt().atZone(JAPAN).toLocalDate().toString());
    element(xml, "PublishedEndDate", "");
    element(xml, "AdministrativeRegionCode", "");
    xml.writeStartElement("DuplicateCopyData");
    xml.writeCData(content(submission.information(), submission.updatedAt()));
    xml.writeEndElement();
    if (submission.underSupport()) {
      element(xml, "AutoResponseProhibited", "1");
      element(xml, "NonDisclosureCode", "1");
    }
    xml.writeEndElement();
  }

  private static String content(HouseholdInformation information, Instant updatedAt)
      throws XMLStreamException {
    var text = new StringWriter();
    XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
    xml.writeStartElement("DataSet");
    xml.writeNamespace("xsi", XSI);
    String updated =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(updatedAt, JAPAN));
    for (ItemCode item : HouseholdInformation.LAYOUT) {
      String value = information.items().get(item);
      xml.writeStartElement(item.value());
      if (value == null) {
        xml.writeAttribute("ReasonOfNull", "NotAcceptable");
        xml.writeAttribute("xsi", XSI, "nil", "true");
      } else {
        xml.writeAttribute("Version", HouseholdInformation.EDITION.value());
        xml.writeAttribute("TimeAndDateOfUpdate", updated);
        xml.writeCharacters(value);
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.close();
    return text.toString();
  }

  private static void element(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
