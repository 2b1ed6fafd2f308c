package jp.chukan.mocknetwork.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Keeps records of one type encrypted: what a system stores about persons, as JSON. */
public final class RecordVault<T> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Vault vault;
  private final Class<T> type;

  /**
   * @param vault of the system
   * @param type of what is kept
   */
  public RecordVault(Vault vault, Class<T> type) {
    this.vault = vault;
    this.type = type;
  }

  /** Encrypts a record. */
  public byte[] seal(T content) {
    try {
      return vault.seal(JSON.writerFor(type).writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + type.getSimpleName(), e);
    }
  }

  /** Opens a record that was sealed here. */
  public T open(byte[] sealed) {
    try {
      return JSON.readValue(vault.open(sealed), type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be read: " + type.getSimpleName(), e);
    }
  }

  /** The same for the same value, so that a record is found without opening any. */
  public byte[] digest(String value) {
    return vault.digest(value.getBytes(StandardCharsets.UTF_8));
  }
}
