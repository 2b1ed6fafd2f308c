package jp.chukan.gateway.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as it stands in the file, of which nothing is known yet.
 *
 * @param line on which it begins
 * @param fields without quotes
 * @param quoted of each field, whether it stood in quotes
 */
record RawRow(long line, List<String> fields, List<Boolean> quoted) {

  /** Never shows what is in it. */
  @Override
  public String toString() {
    return "RawRow[line=" + line + "]";
  }

  /** Makes one of what the parser finds; it also knows which fields stood in quotes. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<RawRow> {
    private List<String> fields = new ArrayList<>();
    private List<Boolean> quoted = new ArrayList<>();
    private long line = 1;

    /** The line of the row that is being read. */
    long line() {
      return line;
    }

    @Override
    protected void handleBegin(long startingLine) {
      line = startingLine;
      fields = new ArrayList<>();
      quoted = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean inQuotes) {
      fields.add(new String(text, offset, length));
      quoted.add(inQuotes);
    }

    @Override
    protected RawRow buildRecord() {
      return new RawRow(line, fields, quoted);
    }
  }
}
