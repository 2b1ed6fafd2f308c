package jp.chukan.gateway.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Criteria of an export as the bytes that are encrypted. */
final class ExportCriteria {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // what is told of a record is no part of it
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private ExportCriteria() {}

  static byte[] write(Record criteria) {
    try {
      return JSON.writeValueAsBytes(criteria);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes, instants and numbers are always writable", e);
    }
  }

  static <C extends Record> C read(byte[] content, Class<C> type) {
    try {
      return JSON.readValue(content, type);
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("the criteria of a kept application are not readable");
    }
  }
}
