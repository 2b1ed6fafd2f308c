package jp.chukan.gateway.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads layouts from their files, {@code docs/layouts.md}. A file that is not sound stops the
 * start.
 */
final class LayoutFiles {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LayoutFiles() {}

  /**
   * @param file its name, for the error
   * @throws IllegalArgumentException naming file and fault
   */
  static StandardLayout layout(String file, InputStream content) {
    LayoutFile layout = read(file, content, LayoutFile.class);
    new LayoutFileCheck(file).check(layout);
    return new StandardLayout(file, layout);
  }

  /**
   * @param file its name, for the error
   * @throws IllegalArgumentException naming file and fault
   */
  static RefusedDataSets refusedDataSets(String file, InputStream content) {
    return read(file, content, RefusedDataSets.class);
  }

  private static <T> T read(String file, InputStream content, Class<T> type) {
    try (content) {
      T read = YAML.readValue(content, type);
      if (read == null) {
        throw new IllegalArgumentException(file + ": it is empty");
      }
      return read;
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getPathReference() + ": " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
