package jp.chukan.contract.testing;

import com.fasterxml.jackson.annotation.JsonRootName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what a document made up by a machine wants to be.
 *
 * @param <T> what all of them are
 */
public final class DocumentTypes<T> {
  private final List<Class<? extends T>> types;

  private DocumentTypes(List<Class<? extends T>> types) {
    this.types = types;
  }

  /** The types of these, each once. */
  @SuppressWarnings("unchecked") // the class of a T is one of a T
  public static <T> DocumentTypes<T> of(Stream<? extends T> samples) {
    return new DocumentTypes<>(
        samples
            .<Class<? extends T>>map(sample -> (Class<? extends T>) sample.getClass())
            .distinct()
            .toList());
  }

  /** The first whose root element is named anywhere in it, or else the first of all. */
  public Class<? extends T> in(byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    return types.stream()
        .filter(type -> text.contains(type.getAnnotation(JsonRootName.class).value()))
        .findFirst()
        .orElse(types.getFirst());
  }
}
