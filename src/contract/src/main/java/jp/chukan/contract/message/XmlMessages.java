package jp.chukan.contract.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Reads and writes messages. */
public final class XmlMessages {
  private static final XmlMapper MAPPER =
      XmlMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
          .build();

  private XmlMessages() {}

  public static <T extends Message> T read(Class<T> type, byte[] xml) {
    try {
      return MAPPER.readValue(xml, type);
    } catch (IOException e) {
      throw InvalidInputException.of(ErrorCode.SYM_NOT_WELL_FORMED);
    }
  }

  public static byte[] write(Message message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always writable", e);
    }
  }
}
