package jp.chukan.mocknetwork.certificateserver;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/** Who issues certificates for which fee, from {@code data/certificate-fees.tsv}. */
@Component
final class Issuers {
  private final Map<String, Issuer> byPlace =
      ProjectTable.rows("certificate-fees.tsv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.cell("place"),
                  row -> new Issuer(row.cell("authority"), Integer.parseInt(row.cell("yen")))));

  /**
   * A municipality that issues.
   *
   * @param authority whose certificate it is: office and 氏名
   * @param fee yen of one copy
   */
  record Issuer(String authority, int fee) {}

  /** The issuer of a municipality. */
  Issuer of(String place) {
    return Objects.requireNonNull(byPlace.get(place), place);
  }
}
