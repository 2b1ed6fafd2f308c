package jp.chukan.command.dependencies;

import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;

/**
 * A published weakness of one library.
 *
 * @param id by which it is known, {@code CVE-…} or {@code GHSA-…}
 * @param coordinates group and name in Maven
 * @param ranges versions that have it, in the order of Maven's versions
 * @param versions further versions that have it, one by one
 * @param summary in a line
 */
record Advisory(
    String id, String coordinates, List<Range> ranges, Set<String> versions, String summary) {
  Advisory {
    ranges = List.copyOf(ranges);
    versions = Set.copyOf(versions);
  }

  /**
   * @param introduced first version with it; {@code 0} means from the beginning
   * @param fixed first version without it, null when there is none yet
   * @param last last version with it, where no fixed one is named
   */
  record Range(String introduced, @Nullable String fixed, @Nullable String last) {
    boolean contains(String version) {
      ComparableVersion asked = new ComparableVersion(version);
      return (introduced.equals("0") || asked.compareTo(new ComparableVersion(introduced)) >= 0)
          && (fixed == null || asked.compareTo(new ComparableVersion(fixed)) < 0)
          && (last == null || asked.compareTo(new ComparableVersion(last)) <= 0);
    }
  }

  boolean affects(Component component) {
    return coordinates.equals(component.coordinates())
        && (versions.contains(component.version())
            || ranges.stream().anyMatch(range -> range.contains(component.version())));
  }
}
