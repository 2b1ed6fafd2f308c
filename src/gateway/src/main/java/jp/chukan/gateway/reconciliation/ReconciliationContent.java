package jp.chukan.gateway.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** Records and findings as the bytes that are encrypted. */
final class ReconciliationContent {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // what is told of a record is no part of it
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private ReconciliationContent() {}

  static byte[] write(Record content) {
    try {
      return JSON.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes, days and values are always writable", e);
    }
  }

  static <T extends Record> T read(byte[] content, Class<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("what was kept of a comparison is not readable");
    }
  }
}
