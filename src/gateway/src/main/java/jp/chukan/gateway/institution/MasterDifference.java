package jp.chukan.gateway.institution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;

/**
 * What a version would change, row by row; a row is known again by 「機関コード」 and 「コード連番」.
 *
 * @param changes in the order of the new version, then the rows that it lacks
 * @param unchanged how many rows stay as they are
 */
public record MasterDifference(List<RowChange> changes, int unchanged) {

  /** What becomes of a row. */
  public enum Kind {
    /** New. */
    ADDED,
    /** Other values, and as valid as before. */
    CHANGED,
    /** Its period ends earlier, or it is disabled. */
    ENDED,
    /** Not in the new version. */
    REMOVED
  }

  /**
   * One row.
   *
   * @param kind what becomes of it
   * @param institution 「機関コード」
   * @param serialNumber 「コード連番」
   * @param name 「機関名」
   * @param columns what differs, for {@link Kind#CHANGED} and {@link Kind#ENDED}
   */
  public record RowChange(
      Kind kind,
      InstitutionCode institution,
      String serialNumber,
      String name,
      List<ColumnChange> columns) {}

  /**
   * One value.
   *
   * @param column its header
   * @param before as the version in force has it
   * @param after as the new version has it
   */
  public record ColumnChange(String column, String before, String after) {}

  public MasterDifference {
    changes = List.copyOf(changes);
  }

  /** How many rows of this kind. */
  public long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  static MasterDifference between(List<MasterEntry> before, List<MasterEntry> after) {
    Map<MasterEntry.Key, MasterEntry> known = byKey(before);
    Map<MasterEntry.Key, MasterEntry> kept = byKey(after);
    List<RowChange> changes = new ArrayList<>();
    int unchanged = 0;
    for (MasterEntry entry : after) {
      MasterEntry old = known.get(entry.key());
      if (entry.equals(old)) {
        unchanged++;
      } else {
        changes.add(old == null ? row(Kind.ADDED, entry, List.of()) : changed(old, entry));
      }
    }
    before.stream()
        .filter(entry -> !kept.containsKey(entry.key()))
        .map(entry -> row(Kind.REMOVED, entry, List.of()))
        .forEach(changes::add);
    return new MasterDifference(changes, unchanged);
  }

  private static Map<MasterEntry.Key, MasterEntry> byKey(List<MasterEntry> entries) {
    return entries.stream().collect(Collectors.toMap(MasterEntry::key, Function.identity()));
  }

  private static RowChange changed(MasterEntry old, MasterEntry entry) {
    boolean ends = entry.to().isBefore(old.to()) || (entry.disabled() && !old.disabled());
    return row(ends ? Kind.ENDED : Kind.CHANGED, entry, columns(old, entry));
  }

  private static List<ColumnChange> columns(MasterEntry old, MasterEntry entry) {
    return Arrays.stream(MasterColumn.values())
        .filter(column -> !column.of(old).equals(column.of(entry)))
        .map(column -> new ColumnChange(column.header(), column.of(old), column.of(entry)))
        .toList();
  }

  private static RowChange row(Kind kind, MasterEntry entry, List<ColumnChange> columns) {
    return new RowChange(kind, entry.institution(), entry.serialNumber(), entry.name(), columns);
  }
}
