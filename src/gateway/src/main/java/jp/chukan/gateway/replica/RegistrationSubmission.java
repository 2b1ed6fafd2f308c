package jp.chukan.gateway.replica;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it came: nothing in it is believed yet.
 *
 * @param message {@code IF_DBM_20113_R01} as sent
 * @param attachment what came with it, null when nothing did
 */
public record RegistrationSubmission(byte[] message, @Nullable Attachment attachment) {

  /**
   * @param fileName the name under which it came, null when it had none
   * @param content its bytes, read once and as a stream
   */
  public record Attachment(@Nullable String fileName, InputStream content) {}

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "RegistrationSubmission[redacted]";
  }
}
