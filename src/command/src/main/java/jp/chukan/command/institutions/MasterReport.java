package jp.chukan.command.institutions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A version of the 「機関マスタ」 and what it changes, for a person to read. */
final class MasterReport {
  private static final int MOST_CHANGES = 100;

  private MasterReport() {}

  /**
   * @param master what the gateway answered
   * @param all every change, not only the first hundred
   */
  static List<String> of(JsonNode master, boolean all) {
    var lines = new ArrayList<String>();
    lines.add(version(master.path("version")));
    lines.add(counts(master.path("version"), master.path("counts")));
    var changes = master.path("changes");
    var shown = all ? changes.size() : Math.min(changes.size(), MOST_CHANGES);
    for (int i = 0; i < shown; i++) {
      change(lines, changes.get(i));
    }
    if (shown < changes.size()) {
      lines.add("  … and %,d more, --all shows them".formatted(changes.size() - shown));
    }
    return lines;
  }

  /** One version, on one line. */
  static String version(JsonNode version) {
    var activated = version.path("activatedAt");
    return "Version %d  %-10s  %,d rows, proposed %s by %s%s"
        .formatted(
            version.path("version").asInt(),
            version.path("state").asText().replace('_', ' ').toLowerCase(Locale.ROOT),
            version.path("rows").asInt(),
            version.path("proposedAt").asText(),
            version.at("/proposedBy/name").asText(),
            activated.isNull()
                ? ""
                : ", activated %s by %s"
                    .formatted(activated.asText(), version.at("/activatedBy/name").asText()));
  }

  private static String counts(JsonNode version, JsonNode counts) {
    return "Against %s: %,d added, %,d changed, %,d ended, %,d removed, %,d unchanged."
        .formatted(
            version.path("base").isNull() ? "nothing" : "version " + version.path("base").asInt(),
            counts.path("added").asLong(),
            counts.path("changed").asLong(),
            counts.path("ended").asLong(),
            counts.path("removed").asLong(),
            counts.path("unchanged").asLong());
  }

  private static void change(List<String> lines, JsonNode change) {
    lines.add(
        "  %-8s  %s  %3s  %s"
            .formatted(
                change.path("kind").asText().toLowerCase(Locale.ROOT),
                change.path("institution").asText(),
                change.path("serialNumber").asText(),
                change.path("name").asText()));
    for (var column : change.path("columns")) {
      lines.add(
          "            %s: %s → %s"
              .formatted(
                  column.path("column").asText(),
                  value(column.path("before")),
                  value(column.path("after"))));
    }
  }

  private static String value(JsonNode value) {
    return value.asText().isEmpty() ? "(empty)" : value.asText();
  }
}
