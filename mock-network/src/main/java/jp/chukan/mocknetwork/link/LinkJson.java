package jp.chukan.mocknetwork.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Messages between systems as JSON. A field that the message does not have, one that is missing or
 * one of another form is refused with its name (JN-05, JN-08); the value is never repeated.
 */
final class LinkJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          // what a message says is its components, not what else can be asked of it
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private LinkJson() {}

  static byte[] write(Object message) {
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + message.getClass(), e);
    }
  }

  /**
   * @throws RefusedCallException MALFORMED at the field that is wrong
   */
  static <T> T read(byte[] message, Class<T> type) {
    try {
      return MAPPER.readValue(message, type);
    } catch (JsonMappingException e) {
      throw malformed(
          e.getPath().stream()
              .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
              .collect(Collectors.joining(".")));
    } catch (IOException e) {
      throw malformed("message");
    }
  }

  /** The cause is left out on purpose: it quotes what stands in the message. */
  private static RefusedCallException malformed(String place) {
    return new RefusedCallException(Fault.MALFORMED, place.isEmpty() ? "message" : place);
  }
}
