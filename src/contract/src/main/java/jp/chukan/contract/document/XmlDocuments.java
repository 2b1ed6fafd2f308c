package jp.chukan.contract.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Reads and writes the contents of signed documents. */
public final class XmlDocuments {
  private static final XmlMapper MAPPER =
      XmlMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private XmlDocuments() {}

  public static <T> T read(Class<T> type, byte[] xml) {
    try {
      return MAPPER.readValue(xml, type);
    } catch (IOException e) {
      throw InvalidInputException.of(ErrorCode.SYM_NOT_WELL_FORMED);
    }
  }

  public static byte[] write(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document is always writable", e);
    }
  }
}
