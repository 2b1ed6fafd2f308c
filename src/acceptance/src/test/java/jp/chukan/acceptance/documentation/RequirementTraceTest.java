package jp.chukan.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/requirements.md} says for each requirement which tests show it; this reads the ids
 * that stand beside the tests and holds the table against them.
 */
class RequirementTraceTest {
  private static final Pattern ID = Pattern.compile("\\b(?:MS|JN|MU)-\\d{2,3}\\b");
  private static final Pattern COMMENTED = Pattern.compile("//(.*)$");
  private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");
  private static final Pattern ROW =
      Pattern.compile("^\\| ((?:MS|JN|MU)-\\d+) \\| (.*?) \\| (.*?) \\|(.*)\\|$");
  private static final int CLOSEST_LINES = 12;

  /** What has to be shown by now. */
  private static final List<String> REQUIRED =
      List.of(
          "MS-01", "MS-02", "MS-03", "MS-04", "MS-05", "MS-06", "MS-07", "MS-08", "MS-09", "MS-11",
          "MS-12", "MS-13", "MS-14", "MS-15", "MS-16", "MS-17", "MS-18", "MS-20", "MS-21", "MS-22",
          "MS-23", "MS-24", "MS-25", "MS-30", "MS-31", "MS-32", "MS-33", "MS-34", "MS-35", "MS-36",
          "MS-37", "MS-38", "MS-40", "MS-41", "MS-42", "MS-45", "MS-50", "MS-51", "MS-52", "MS-53",
          "MS-54", "MS-55", "MS-56", "MS-57", "MS-58", "MS-60", "MS-61", "MS-62", "MS-63", "MS-64",
          "MS-70", "MS-71", "MS-72", "MS-73", "MS-74", "MS-75", "MS-76", "MS-77", "MS-78", "MS-79",
          "MS-80", "MS-90", "MS-93", "MS-95", "MS-96", "MS-101", "MS-103", "JN-01", "JN-02",
          "JN-03", "JN-04", "JN-05", "JN-06", "JN-07", "JN-08", "JN-09", "JN-10", "JN-11", "JN-12",
          "JN-13", "JN-14", "JN-15", "JN-16", "JN-17", "JN-18", "JN-19", "JN-20", "JN-21", "JN-22",
          "JN-23", "JN-24", "JN-25", "JN-26", "JN-27", "JN-28", "JN-29", "JN-30", "JN-31", "JN-32",
          "JN-33", "JN-35", "JN-36", "JN-37", "JN-38", "JN-39", "JN-40", "MU-01", "MU-02", "MU-03",
          "MU-04", "MU-05", "MU-06", "MU-07", "MU-08", "MU-09", "MU-10", "MU-11", "MU-12", "MU-13",
          "MU-14", "MU-15", "MU-16", "MU-17", "MU-19", "MU-20", "MU-21", "MU-22", "MU-24", "MU-25",
          "MU-26");

  @Test
  void theTableNamesTheTestsThatNameTheRequirement() {
    String table = Repository.read(Repository.path("docs/requirements.md"));
    Map<String, Set<String>> tests = testsById();
    StringBuilder expected = new StringBuilder();
    for (String line : table.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String shown = String.join("<br>", tests.getOrDefault(row.group(1), Set.of()));
        expected.append(
            "| %s | %s | %s | %s |%n"
                .formatted(
                    row.group(1), row.group(2), row.group(3), shown.isEmpty() ? "–" : shown));
      } else {
        expected.append(line).append('\n');
      }
    }
    assertThat(Repository.generated("docs/requirements.md", expected.toString()))
        .isEqualTo(expected.toString());
  }

  @Test
  void everyRequirementOfThisVersionHasATest() {
    assertThat(testsById()).containsKeys(REQUIRED.toArray(String[]::new));
  }

  private static Map<String, Set<String>> testsById() {
    Map<String, Set<String>> tests = new TreeMap<>();
    for (Path file : Repository.javaFiles("test")) {
      String name = file.getFileName().toString().replace(".java", "");
      if (name.endsWith("Test") || name.endsWith("IT")) {
        List<String> lines = Repository.read(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
          for (String id : idsOf(lines.get(i))) {
            tests.computeIfAbsent(id, key -> new TreeSet<>()).add(name + methodAfter(lines, i));
          }
        }
      }
    }
    return tests;
  }

  private static List<String> idsOf(String line) {
    List<String> ids = new ArrayList<>();
    Matcher comment = COMMENTED.matcher(line);
    if (comment.find()) {
      Matcher id = ID.matcher(comment.group(1));
      while (id.find()) {
        ids.add(id.group());
      }
    }
    return ids;
  }

  private static String methodAfter(List<String> lines, int from) {
    for (int i = from; i < Math.min(lines.size(), from + CLOSEST_LINES); i++) {
      Matcher method = METHOD.matcher(lines.get(i));
      if (method.find()) {
        return "." + method.group(1);
      }
    }
    return "";
  }
}
