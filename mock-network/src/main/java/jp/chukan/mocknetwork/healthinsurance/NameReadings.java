package jp.chukan.mocknetwork.healthinsurance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/**
 * 「読み仮名」 of names of this country, from {@code data/name-readings.tsv}: the 住民票 has none. A name
 * with a part that is not there has no reading.
 */
@Component
final class NameReadings {
  private final Map<String, String> readings =
      ProjectTable.rows("name-readings.tsv").stream()
          .collect(toUnmodifiableMap(row -> row.cell("part"), row -> row.cell("reading")));

  Optional<String> of(String name) {
    String[] parts = name.split(" ", -1);
    return Arrays.stream(parts).allMatch(readings::containsKey)
        ? Optional.of(Arrays.stream(parts).map(readings::get).collect(joining(" ")))
        : Optional.empty();
  }
}
