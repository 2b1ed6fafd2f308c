package jp.chukan.mocknetwork.link;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/**
 * Which system may call which, from {@code data/links.tsv}; whatever is not there is forbidden
 * (MU-19, MU-21), above all 市町村CS or 都道府県サーバ with 宛名管理 (I:351, G:449, G:565).
 */
@Component
public final class PermittedLinks {
  private final Map<SystemKind, Set<SystemKind>> callees = new EnumMap<>(SystemKind.class);

  public PermittedLinks() {
    this(ProjectTable.rows("links.tsv"));
  }

  PermittedLinks(List<ProjectTable.Row> rows) {
    for (ProjectTable.Row row : rows) {
      callees
          .computeIfAbsent(
              SystemKind.valueOf(row.cell("from")), from -> EnumSet.noneOf(SystemKind.class))
          .add(SystemKind.valueOf(row.cell("to")));
    }
  }

  /**
   * Whether one system may call the other: their kinds must be linked, and neither may belong to
   * another municipality or prefecture than the other.
   */
  public boolean permit(CountrySystem from, CountrySystem to) {
    return callees.getOrDefault(from.kind(), Set.of()).contains(to.kind())
        && (from.place().startsWith(to.place()) || to.place().startsWith(from.place()));
  }
}
