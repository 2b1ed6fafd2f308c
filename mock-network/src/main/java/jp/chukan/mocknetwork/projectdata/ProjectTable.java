package jp.chukan.mocknetwork.projectdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table of {@code data/}: tab-separated, UTF-8, names of the columns in the first line. */
public final class ProjectTable {
  private ProjectTable() {}

  /**
   * All rows of a table.
   *
   * @param fileName name in the folder {@code data}
   * @throws IllegalArgumentException when there is no such table
   */
  public static List<Row> rows(String fileName) {
    try (InputStream stream = ProjectTable.class.getResourceAsStream("/data/" + fileName)) {
      if (stream == null) {
        throw new IllegalArgumentException("no table " + fileName);
      }
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
      List<List<String>> cells = lines.map(line -> Arrays.asList(line.split("\t", -1))).toList();
      List<String> columns = cells.getFirst();
      return cells.stream().skip(1).map(row -> Row.of(columns, row)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One row.
   *
   * @param cells value by column; empty where the table says nothing
   */
  public record Row(Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    private static Row of(List<String> columns, List<String> values) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.put(columns.get(i), i < values.size() ? values.get(i).strip() : "");
      }
      return new Row(cells);
    }

    /** The cell in this column, empty when the table says nothing there. */
    public String cell(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }
}
