package jp.chukan.contract.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Which children an element of a schema may have. A validator only says that something is wrong;
 * with this, the sender is told whether an element is unknown, repeated, missing or out of order.
 *
 * <p>Reads the style in which the schemas of this program are written: named types, and sequences
 * of elements.
 */
final class SchemaGrammar {
  /**
   * One child of a type.
   *
   * @param type name of its type
   * @param required whether it must be there
   * @param repeatable whether it may be there more than once
   */
  record Child(String type, boolean required, boolean repeatable) {}

  private final Map<String, Map<String, Child>> types = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();

  private SchemaGrammar() {}

  static SchemaGrammar of(String schema) {
    SchemaGrammar grammar = new SchemaGrammar();
    grammar.read(schema);
    return grammar;
  }

  /** Type of this root element, null when the schema has no such root. */
  @Nullable String rootType(String element) {
    return roots.get(element);
  }

  /** Children of this type in order, null when it holds text. */
  @Nullable Map<String, Child> childrenOf(String type) {
    return types.get(type);
  }

  private void read(String schema) {
    try (InputStream text = SecureXml.schemaText(schema).openStream();
        SecureXmlReader reader = SecureXml.reader(text, XmlLimits.MESSAGE)) {
      Map<String, Child> children = new LinkedHashMap<>();
      for (int event = reader.next();
          event != XMLStreamConstants.END_DOCUMENT;
          event = reader.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          children = start(reader, children);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the schema " + schema + " is part of the program", e);
    }
  }

  private Map<String, Child> start(SecureXmlReader reader, Map<String, Child> children) {
    Map<String, String> attributes = attributes(reader);
    String name = attributes.getOrDefault("name", "");
    switch (reader.name()) {
      case "include" ->
          read(attributes.getOrDefault("schemaLocation", "").replaceFirst("\\.xsd$", ""));
      case "complexType" -> {
        Map<String, Child> next = new LinkedHashMap<>();
        types.put(name, next);
        return next;
      }
      case "element" -> {
        String type = attributes.getOrDefault("type", "");
        if (reader.depth() == 2) {
          roots.put(name, type);
        } else {
          children.put(
              name,
              new Child(
                  type,
                  !attributes.getOrDefault("minOccurs", "1").equals("0"),
                  !attributes.getOrDefault("maxOccurs", "1").equals("1")));
        }
      }
      default -> {
        // simple types and documentation have no children to tell of
      }
    }
    return children;
  }

  private static Map<String, String> attributes(SecureXmlReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.attributeCount(); i++) {
      attributes.put(reader.attributeName(i), reader.attributeValue(i));
    }
    return attributes;
  }
}
