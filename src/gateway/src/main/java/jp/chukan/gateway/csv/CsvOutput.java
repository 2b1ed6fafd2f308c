package jp.chukan.gateway.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a file that office software opens, row by row: UTF-8 with a mark, CRLF. What such software
 * would take for a formula is marked as text.
 */
public final class CsvOutput {
  private static final String MARK = "\uFEFF";
  private static final String BEGINS_FORMULA = "=+-@\t\r";

  private final Writer text;
  private final CsvWriter csv;

  /**
   * @param out stays open
   * @throws UncheckedIOException when it takes no more
   */
  public CsvOutput(OutputStream out, List<String> header) {
    text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    try {
      text.append(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csv.writeRecord(header);
  }

  /**
   * @throws UncheckedIOException when the file takes no more
   */
  public void row(List<String> fields) {
    csv.writeRecord(fields.stream().map(CsvOutput::harmless).toList());
  }

  /**
   * Sends what was written on its way.
   *
   * @throws UncheckedIOException when the file takes no more
   */
  public void finish() {
    try {
      csv.flush();
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stood in a field before it was marked as text. */
  public static String unmarked(String field) {
    return field.length() > 1
            && field.charAt(0) == '\''
            && BEGINS_FORMULA.indexOf(field.charAt(1)) >= 0
        ? field.substring(1)
        : field;
  }

  private static String harmless(String text) {
    return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
