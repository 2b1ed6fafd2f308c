package jp.chukan.gateway.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** A record of codes, times and values as the bytes that rest encrypted. */
public final class RestingContent {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // what is told of a record is no part of it
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private RestingContent() {}

  public static byte[] write(Record content) {
    try {
      return JSON.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes, times and values are always writable", e);
    }
  }

  /**
   * @throws IllegalStateException when the bytes are of no such record
   */
  public static <T extends Record> T read(byte[] content, Class<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("not readable as " + type.getSimpleName());
    }
  }
}
