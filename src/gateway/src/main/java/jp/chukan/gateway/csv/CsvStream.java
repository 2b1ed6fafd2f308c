package jp.chukan.gateway.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that may be too long to hold, row by row: UTF-8 with or without a byte order mark.
 * Rows whose form is wrong become faults; the others are handed over, also after a fault, until
 * there are so many that nobody would be told of another.
 */
public final class CsvStream {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvFaults faults;
  private final long mostRows;
  private final RawRow.Handler handler = new RawRow.Handler();

  private CsvStream(CsvFaults faults, long mostRows) {
    this.faults = faults;
    this.mostRows = mostRows;
  }

  /**
   * @param mostRows more rows are a fault
   * @param header takes the names of the columns and says who takes the rows; its own faults stand
   *     on line 1
   * @throws FaultyFileException with all faults when there is any, or {@link
   *     ErrorCode#SYM_CSV_ENCODING}, {@link ErrorCode#SYM_CSV_EMPTY}, {@link
   *     ErrorCode#SYM_CSV_TOO_MANY_ROWS}
   * @throws UncheckedIOException when the stream fails
   */
  public static void read(
      InputStream content,
      long mostRows,
      CsvFaults faults,
      Function<List<String>, Consumer<CsvRow>> header) {
    CsvStream stream = new CsvStream(faults, mostRows);
    try {
      stream.read(text(content), header);
    } catch (CsvParseException quote) {
      // The parser stumbles over nothing else; its text may quote the value.
      faults.add(stream.handler.line(), null, ErrorCode.SYM_CSV_QUOTE);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? FaultyFileException.of(ErrorCode.SYM_CSV_ENCODING)
          : e;
    } catch (CharacterCodingException e) {
      throw FaultyFileException.of(ErrorCode.SYM_CSV_ENCODING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faults.throwIfAny();
  }

  private static PushbackReader text(InputStream content) throws IOException {
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private void read(PushbackReader text, Function<List<String>, Consumer<CsvRow>> header) {
    Iterator<RawRow> rows =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, text)
            .iterator();
    if (!rows.hasNext()) {
      throw FaultyFileException.of(ErrorCode.SYM_CSV_EMPTY);
    }
    RawRow names = rows.next();
    Consumer<CsvRow> taker = header.apply(names.fields());
    faults.throwIfAny();
    for (long count = 1; rows.hasNext() && !faults.isFull(); count++) {
      if (count > mostRows) {
        throw FaultyFileException.of(ErrorCode.SYM_CSV_TOO_MANY_ROWS);
      }
      RawRow row = rows.next();
      if (isSound(row, names)) {
        taker.accept(new CsvRow(row.line(), row.fields()));
      }
    }
  }

  private boolean isSound(RawRow row, RawRow names) {
    if (row.fields().size() != names.fields().size()) {
      faults.add(row.line(), null, ErrorCode.SYM_CSV_FIELD_COUNT);
      return false;
    }
    boolean sound = true;
    for (int i = 0; i < row.fields().size(); i++) {
      ErrorCode fault = fault(row.fields().get(i), row.quoted().get(i));
      if (fault != null) {
        faults.add(row.line(), names.fields().get(i), fault);
        sound = false;
      }
    }
    return sound;
  }

  private static @Nullable ErrorCode fault(String field, boolean quoted) {
    if (!quoted && field.indexOf('"') >= 0) {
      return ErrorCode.SYM_CSV_QUOTE;
    }
    return field.chars().anyMatch(Character::isISOControl) ? ErrorCode.SYM_CSV_FORM : null;
  }
}
