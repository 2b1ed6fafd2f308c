package jp.chukan.gateway.inquiry;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A result file that is ready to be written.
 *
 * @param name its name
 * @param complete whether nothing in it will change any more
 * @param content writes it, line by line
 */
public record ResultFile(String name, boolean complete, Content content) {

  /** Writes the lines as they are read. */
  @FunctionalInterface
  public interface Content {

    /** Leaves the stream open. */
    void writeTo(OutputStream target) throws IOException;
  }
}
