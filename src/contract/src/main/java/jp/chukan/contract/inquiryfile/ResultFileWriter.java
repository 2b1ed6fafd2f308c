package jp.chukan.contract.inquiryfile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Writes a result file as a stream: no header, CRLF, comma, no quotation marks. A comma in a text
 * or value becomes a full-width one, because clients split at every comma.
 *
 * <p>A line goes out whole or not at all. The stream stays open; it is best a buffered one.
 */
public final class ResultFileWriter {
  private static final char FULL_WIDTH_COMMA = '\uFF0C';

  private final OutputStream target;
  private final CharsetEncoder encoder;
  private final CharsetDecoder decoder;
  private int written;

  public ResultFileWriter(OutputStream target, ResultEncoding encoding) {
    this.target = target;
    // Fresh encoders and decoders report what they cannot map; nothing becomes a question mark.
    this.encoder = encoding.charset().newEncoder();
    this.decoder = encoding.charset().newDecoder();
  }

  /**
   * @throws InvalidInputException with the number of the line and the field: SKI_UNMAPPABLE for a
   *     character that the encoding does not have, SKI_FIELD_FORM for a control character, or a
   *     comma in a field of the request. Nothing of the line has been written then.
   */
  public void write(ResultLine line) throws IOException {
    List<String> fields = fieldsOf(line);
    for (int i = 0; i < fields.size(); i++) {
      if (breaksTheLine(fields.get(i))) {
        throw fault(ErrorCode.SKI_FIELD_FORM, i);
      }
    }
    ByteBuffer bytes = encoded(String.join(",", fields) + "\r\n");
    if (bytes == null) {
      throw fault(ErrorCode.SKI_UNMAPPABLE, firstUnmappable(fields));
    }
    target.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
    written++;
  }

  /** The bytes, null when they would not be read back as the same text. */
  private @Nullable ByteBuffer encoded(String text) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      return decoder.decode(bytes.duplicate()).toString().equals(text) ? bytes : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private int firstUnmappable(List<String> fields) {
    int index = 0;
    while (encoded(fields.get(index)) != null) {
      index++;
    }
    return index;
  }

  private InvalidInputException fault(ErrorCode code, int index) {
    return new InvalidInputException(
        new Refusal(code, Integer.toString(written + 1), ResultField.labelAt(index)));
  }

  private static List<String> fieldsOf(ResultLine line) {
    List<String> fields = new ArrayList<>(ResultField.FIRST_ITEM + line.values().size());
    fields.addAll(line.fields());
    fields.add(line.receptionNumber().value());
    fields.add(JapanTime.millisecond(line.receivedAt()));
    fields.add(line.processingNumber() == null ? "" : line.processingNumber().value());
    fields.add(time(line.providedAt()));
    fields.add(line.errorCode() == null ? "" : line.errorCode().id());
    fields.add(line.status().wireValue());
    fields.add(text(line.message()));
    fields.add(line.informationStatus() == null ? "" : line.informationStatus().wireValue());
    fields.add(text(line.informationMessage()));
    line.values().forEach(value -> fields.add(text(value)));
    return fields;
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "" : JapanTime.millisecond(time);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.replace(',', FULL_WIDTH_COMMA);
  }

  /** In a text a comma has been replaced by now; a code with one is none. */
  private static boolean breaksTheLine(String field) {
    return field.chars().anyMatch(c -> c == ',' || Character.isISOControl(c));
  }
}
