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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads layouts from their files, {@code docs/layouts.md}. A file that is not sound stops the
 * start: a layout that was meant stricter than it was read would let data through.
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
    StandardLayout layout = expanded(file, read(file, content, LayoutFile.class));
    new Check(file).layout(layout);
    return layout;
  }

  private static StandardLayout expanded(String file, LayoutFile content) {
    try {
      return content.layout();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
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
      return YAML.readValue(content, type);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          file + ": " + e.getPathReference() + ": " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Holds what was read against itself. */
  private record Check(String file) {

    void layout(StandardLayout layout) {
      Stream.<Supplier<@Nullable Object>>of(
              layout::information,
              layout::name,
              layout::edition,
              layout::validFrom,
              layout::dataSet)
          .forEach(part -> require(part.get() != null, "a required entry is missing"));
      require(
          layout.validTo() == null || !layout.validTo().isBefore(layout.validFrom()),
          "validTo is before validFrom");
      require(!layout.items().isEmpty(), "it has no items");
      Set<ItemCode> codes = new HashSet<>();
      for (LayoutItem item : layout.items()) {
        item(item);
        require(codes.add(item.code()), item.code() + " stands twice");
        require(!item.code().equals(layout.dataSet()), item.code() + " is the data set itself");
      }
      layout.combinations().forEach(combination -> combination(layout, combination));
    }

    private void item(LayoutItem item) {
      require(
          item.code() != null && item.name() != null && item.type() != null,
          "an item without code, name or type");
      switch (item.type()) {
        case TEXT, DIGITS ->
            require(
                item.maxLength() > 0 && item.codes().isEmpty(),
                item.code() + " needs a maxLength and takes no codes");
        case DATE ->
            require(
                item.maxLength() == 0 && item.codes().isEmpty(),
                item.code() + " is a date and takes neither maxLength nor codes");
        case CODE ->
            require(
                item.maxLength() == 0 && !item.codes().isEmpty(),
                item.code() + " needs codes and takes no maxLength");
      }
    }

    private void combination(StandardLayout layout, StandardLayout.Combination combination) {
      require(
          combination.when() != null
              && combination.when().item() != null
              && combination.when().value() != null,
          "a combination without item and value");
      LayoutItem item = layout.item(combination.when().item()).orElse(null);
      require(
          item != null && item.accepts(combination.when().value()),
          "a combination hangs on an item or value that the layout lacks");
      require(
          !combination.with().isEmpty() || !combination.without().isEmpty(),
          "a combination demands nothing");
      Stream.concat(combination.with().stream(), combination.without().stream())
          .forEach(code -> require(layout.item(code).isPresent(), code + " is not of the layout"));
      require(
          combination.with().stream().noneMatch(List.copyOf(combination.without())::contains),
          "a combination demands an item both with and without value");
    }

    private void require(boolean sound, String fault) {
      if (!sound) {
        throw new IllegalArgumentException(file + ": " + fault);
      }
    }
  }
}
