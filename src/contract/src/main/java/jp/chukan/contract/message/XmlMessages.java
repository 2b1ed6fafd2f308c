package jp.chukan.contract.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.xml.XmlBinding;
import jp.chukan.contract.xml.XmlLimits;

/** Reads and writes messages: what is read has passed the schema of its type (MS-57). */
public final class XmlMessages {
  private static final Map<Class<?>, XmlBinding<?>> BINDINGS = new ConcurrentHashMap<>();

  private XmlMessages() {}

  /**
   * Size, schema, form of every value, then the 「電文種別ID」.
   *
   * @throws InvalidInputException at the first fault; names the element, never its value
   */
  public static <T extends Message> T read(Class<T> type, byte[] xml) {
    return read(type, xml, XmlLimits.MESSAGE);
  }

  /**
   * As {@link #read(Class, byte[])}, with limits of the caller's own.
   *
   * @throws InvalidInputException at the first fault; names the element, never its value
   */
  public static <T extends Message> T read(Class<T> type, byte[] xml, XmlLimits limits) {
    XmlBinding<?> binding = BINDINGS.computeIfAbsent(type, XmlBinding::of);
    T message = type.cast(binding.read(xml, limits));
    if (!message.header().messageTypeId().equals(binding.root())) {
      throw InvalidInputException.at(ErrorCode.SYM_MESSAGE_TYPE, "MSGTypeID");
    }
    return message;
  }

  /** The message as UTF-8. */
  public static byte[] write(Message message) {
    return XmlBinding.write(message);
  }
}
