package jp.chukan.gateway.citizennotice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * What a notice says. Holds what concerns one person; prints nothing of it.
 *
 * @param title in one line
 * @param text plain
 */
record NoticeWords(String title, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The bytes that are encrypted. */
  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two texts are always writable");
    }
  }

  static NoticeWords read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, NoticeWords.class);
    } catch (IOException e) {
      // Not as cause: its text would quote the content.
      throw new IllegalStateException("a stored notice is not readable");
    }
  }

  @Override
  public String toString() {
    return "NoticeWords[redacted]";
  }
}
