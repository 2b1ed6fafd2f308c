package jp.chukan.gateway.institution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.chukan.contract.code.MunicipalityCode;
import org.springframework.stereotype.Component;

/**
 * 「政令指定都市」 and their wards. A ward is no institution: its city is asked. The special wards of Tokyo
 * are none of these, they are institutions of their own.
 */
@Component
class DesignatedCities {
  private static final String TABLE = "designated-cities.tsv";
  private static final Pattern TAB = Pattern.compile("\t");

  /**
   * @param city the city
   * @param first code of its first ward
   * @param last code of its last ward; codes between that no ward has now were those of one that is
   *     no more
   */
  private record Wards(MunicipalityCode city, String first, String last) {

    static Wards of(String[] row) {
      return new Wards(
          new MunicipalityCode(row[0]),
          new MunicipalityCode(row[2]).value(),
          new MunicipalityCode(row[3]).value());
    }
  }

  private final TreeMap<String, Wards> byFirstWard = new TreeMap<>();

  DesignatedCities() {
    rows().stream().map(Wards::of).forEach(wards -> byFirstWard.put(wards.first(), wards));
  }

  /** The city when this is one of its wards, otherwise what was given. */
  MunicipalityCode cityOf(MunicipalityCode municipality) {
    Map.Entry<String, Wards> nearest = byFirstWard.floorEntry(municipality.value());
    return nearest != null && municipality.value().compareTo(nearest.getValue().last()) <= 0
        ? nearest.getValue().city()
        : municipality;
  }

  private static List<String[]> rows() {
    try (InputStream table = DesignatedCities.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException(TABLE + " is not packed");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(TAB::split)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
