package jp.chukan.command.capacity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.command.installation.InstallationException;

/** The figures that everything else follows from, each with where it comes from. */
final class Assumptions {
  private static final String NAME = "name";
  private static final String VALUE = "value";

  private final Map<String, Assumption> byName;

  private Assumptions(Map<String, Assumption> byName) {
    this.byName = byName;
  }

  /**
   * One of them.
   *
   * @param name by which it is changed
   * @param value what is taken for it, above zero
   * @param unit of the value, empty for a count
   * @param meaning what it is
   * @param source a law, a statistic, a measurement, or a guess that says so
   */
  record Assumption(String name, double value, String unit, String meaning, String source) {}

  /**
   * @param file CSV with a head line
   * @throws InstallationException naming what is wrong and where
   */
  static Assumptions read(Path file) throws IOException {
    var byName = new LinkedHashMap<String, Assumption>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      for (var row : rows) {
        var name = row.getField(NAME);
        var assumption =
            new Assumption(
                name,
                value(name, row.getField(VALUE)),
                row.getField("unit"),
                row.getField("meaning"),
                row.getField("source"));
        if (byName.putIfAbsent(name, assumption) != null) {
          throw new InstallationException(file + ": " + name + " stands there twice");
        }
      }
    }
    return new Assumptions(byName);
  }

  /**
   * The same with other values.
   *
   * @param changed by name
   * @throws InstallationException when there is none of that name
   */
  Assumptions with(Map<String, String> changed) {
    var all = new LinkedHashMap<>(byName);
    changed.forEach(
        (name, text) -> {
          var before = assumption(name);
          all.put(
              name,
              new Assumption(
                  name, value(name, text), before.unit(), before.meaning(), "changed here"));
        });
    return new Assumptions(all);
  }

  double of(String name) {
    return assumption(name).value();
  }

  Collection<Assumption> all() {
    return byName.values();
  }

  private Assumption assumption(String name) {
    var found = byName.get(name);
    if (found == null) {
      throw new InstallationException("no assumption is called " + name);
    }
    return found;
  }

  private static double value(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new InstallationException(name + ": '" + text + "' is no number above zero");
  }
}
