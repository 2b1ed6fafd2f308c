package jp.chukan.command.capacity;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.chukan.command.ProjectFolder;
import jp.chukan.command.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what the country would need, as {@code docs/capacity.md} has it. */
@Command(
    name = "capacity",
    description = "What all municipalities would need, from measured costs.")
public final class CapacityCommand implements Callable<Integer> {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "another value of an assumption, see docs/capacity.csv")
  private final Map<String, String> changed = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    var assumptions =
        Assumptions.read(ProjectFolder.path().resolve("docs/capacity.csv")).with(changed);
    tables(assumptions).forEach(Terminal::line);
    return 0;
  }

  /** Both tables, as Markdown. */
  static List<String> tables(Assumptions assumptions) {
    var given =
        assumptions.all().stream()
            .map(
                each ->
                    "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                            each.name(),
                            number(each.value()),
                            each.unit(),
                            each.meaning(),
                            each.source()));
    var follows =
        new Capacity(assumptions)
            .figures().stream()
                .map(each -> "| %s | %s | %s |".formatted(each.what(), each.value(), each.from()));
    return Stream.of(
            Stream.of("| assumption | value | unit | meaning | source |", "|---|---:|---|---|---|"),
            given,
            Stream.of("", "| what follows | | from |", "|---|---:|---|"),
            follows)
        .flatMap(lines -> lines)
        .toList();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? "%,.0f".formatted(value) : String.valueOf(value);
  }
}
