package jp.chukan.contract.xml;

import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One kind of document: its schema, compiled once, and the record that it becomes.
 *
 * @param <T> the record
 */
public final class XmlBinding<T> {
  private static final XmlMapper MAPPER = SecureXml.mapper();

  private final String root;
  private final Validators validators;
  private final SchemaGrammar grammar;
  private final ObjectReader reader;
  private final Class<T> type;

  private XmlBinding(Class<T> type, String root) {
    this.type = type;
    this.root = root;
    this.validators = new Validators(SecureXml.schema(root));
    this.grammar = SchemaGrammar.of(root);
    this.reader = MAPPER.readerFor(type);
  }

  /** The binding of a record whose {@link JsonRootName} names its root element and its schema. */
  public static <T> XmlBinding<T> of(Class<T> type) {
    JsonRootName root = type.getAnnotation(JsonRootName.class);
    if (root == null) {
      throw new IllegalArgumentException(type + " is not the root of a document");
    }
    return new XmlBinding<>(type, root.value());
  }

  /** Name of the root element, and of the schema. */
  public String root() {
    return root;
  }

  /**
   * Size, schema, then every value against the form of its type.
   *
   * @throws InvalidInputException at the first fault; names the element, never its value
   */
  public T read(byte[] document, XmlLimits limits) {
    SchemaCheck.check(validators, grammar, root, document, limits);
    try {
      return type.cast(reader.readValue(document));
    } catch (JsonMappingException e) {
      throw refusal(e);
    } catch (IOException e) {
      // Not as cause: its text quotes the document.
      throw InvalidInputException.of(ErrorCode.SYM_NOT_WELL_FORMED);
    }
  }

  /** The document as UTF-8. */
  public static byte[] write(Object document) {
    try {
      return MAPPER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(document.getClass().getSimpleName() + " is always writable");
    }
  }

  private static InvalidInputException refusal(JsonMappingException failure) {
    String element = elementOf(failure.getPath());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException invalid) {
        Refusal refusal = invalid.refusal();
        return new InvalidInputException(
            element == null ? refusal : Refusal.at(refusal.code(), element));
      }
    }
    return new InvalidInputException(new Refusal(ErrorCode.SYM_CODE_FORM, null, element));
  }

  private static @Nullable String elementOf(List<JsonMappingException.Reference> path) {
    return path.reversed().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(name -> name != null && !name.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
