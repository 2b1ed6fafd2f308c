package jp.chukan.mocknetwork.prefecturalserver;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/** For which 事務 another executive body is provided, from {@code data/provision-affairs.tsv}. */
@Component
final class PermittedAffairs {
  private final Map<String, Affair> affairs =
      ProjectTable.rows("provision-affairs.tsv").stream()
          .map(
              row ->
                  new Affair(
                      row.cell("affair"),
                      row.cell("body"),
                      row.cell("title"),
                      row.cell("law"),
                      row.cell("individualNumber").equals("yes")))
          .collect(toUnmodifiableMap(Affair::code, Function.identity()));

  /**
   * One 事務.
   *
   * @param code in requests
   * @param body which executive body does it
   * @param title what it is
   * @param law by which it is permitted
   * @param usesNumber whether the 個人番号 may be given as well (番号法第9条)
   */
  record Affair(String code, String body, String title, String law, boolean usesNumber) {
    /** What the record of a provision says. */
    String words() {
      return "%s %s(%s)".formatted(code, title, law);
    }
  }

  Optional<Affair> of(String code) {
    return Optional.ofNullable(affairs.get(code));
  }
}
