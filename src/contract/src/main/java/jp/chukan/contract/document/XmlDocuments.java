package jp.chukan.contract.document;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.xml.XmlBinding;
import jp.chukan.contract.xml.XmlLimits;

/** Reads and writes the contents of signed documents: what is read has passed its schema. */
public final class XmlDocuments {
  private static final Map<Class<?>, XmlBinding<?>> BINDINGS = new ConcurrentHashMap<>();

  private XmlDocuments() {}

  /**
   * Size, schema, then the form of every value.
   *
   * @throws jp.chukan.contract.error.InvalidInputException at the first fault; names the element,
   *     never its value
   */
  public static <T> T read(Class<T> type, byte[] xml) {
    XmlLimits limits =
        type == PermissionMatchingList.class || type == ExchangeRecordList.class
            ? XmlLimits.LIST
            : XmlLimits.MESSAGE;
    return type.cast(BINDINGS.computeIfAbsent(type, XmlBinding::of).read(xml, limits));
  }

  /** The document as UTF-8. */
  public static byte[] write(Object document) {
    return XmlBinding.write(document);
  }
}
