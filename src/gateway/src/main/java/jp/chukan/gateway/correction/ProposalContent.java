package jp.chukan.gateway.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaKey;

/** Person, before and after of a proposal as the bytes that are encrypted. */
final class ProposalContent {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // what is told of a record is no part of it
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private ProposalContent() {}

  static byte[] write(ReplicaChange change) {
    return bytes(change);
  }

  static byte[] write(ReplicaKey key) {
    return bytes(key);
  }

  static ReplicaChange change(byte[] content) {
    return read(content, ReplicaChange.class);
  }

  static ReplicaKey key(byte[] content) {
    return read(content, ReplicaKey.class);
  }

  private static byte[] bytes(Object content) {
    try {
      return JSON.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("codes, days and values are always writable", e);
    }
  }

  private static <T> T read(byte[] content, Class<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("a kept proposal is not readable");
    }
  }
}
