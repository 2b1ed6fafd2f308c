package jp.chukan.contract.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.codehaus.stax2.XMLInputFactory2;
import org.xml.sax.SAXException;

/**
 * The one place where parsers are made. No document type, no entity, no file and no address is ever
 * opened on behalf of a document, and every parser has limits (JN-05).
 */
public final class SecureXml {
  static final String SCHEMA_FOLDER = "/jp/chukan/contract/xsd/";

  private static final WstxInputFactory INPUT = inputFactory();
  private static final WstxOutputFactory OUTPUT = new WstxOutputFactory();

  private SecureXml() {}

  /**
   * A pull parser over bytes from outside.
   *
   * @throws jp.chukan.contract.error.InvalidInputException when they are not UTF-8 or do not begin
   *     as XML
   */
  public static SecureXmlReader reader(InputStream bytes, XmlLimits limits) {
    return SecureXmlReader.over(INPUT, bytes, limits);
  }

  /**
   * A pull parser over a document that came inside another one.
   *
   * @throws jp.chukan.contract.error.InvalidInputException when it does not begin as XML
   */
  public static SecureXmlReader reader(CharSequence text, XmlLimits limits) {
    return SecureXmlReader.over(INPUT, text, limits);
  }

  /** A writer of UTF-8. */
  public static XMLStreamWriter writer(OutputStream target) throws XMLStreamException {
    return OUTPUT.createXMLStreamWriter(target, StandardCharsets.UTF_8.name());
  }

  /** A writer of a document that goes inside another one. */
  public static XMLStreamWriter writer(Writer target) throws XMLStreamException {
    return OUTPUT.createXMLStreamWriter(target);
  }

  /**
   * Binds XML to records: strict about names, silent about what it cannot bind. It has factories of
   * its own, because it sets them to read every text in one piece.
   */
  static XmlMapper mapper() {
    return XmlMapper.builder(new XmlFactory(inputFactory(), new WstxOutputFactory()))
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .enable(ToXmlGenerator.Feature.WRITE_XML_DECLARATION)
        .build();
  }

  /** The compiled schema of this name; it may include its neighbours and nothing else. */
  static Schema schema(String name) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, PackagedSchema.SCHEME);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> PackagedSchema.included(systemId));
      return factory.newSchema(
          new StreamSource(schemaText(name).openStream(), PackagedSchema.systemId(name)));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("the schema " + name + " is part of the program", e);
    }
  }

  static URL schemaText(String name) {
    return Objects.requireNonNull(
        SecureXml.class.getResource(SCHEMA_FOLDER + name + ".xsd"), "no schema of this name");
  }

  private static WstxInputFactory inputFactory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        });
    // An error shows itself at the event where it is, not later in a getter.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 4096);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    return factory;
  }
}
