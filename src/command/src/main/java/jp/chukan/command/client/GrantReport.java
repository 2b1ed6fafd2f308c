package jp.chukan.command.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The grants of an institution, for a person to read (JN-36). */
final class GrantReport {
  private static final String ROW = "  %-20s  %-20s  %-16s  %s  %s  %s  %s";

  private GrantReport() {}

  /**
   * @param report what the gateway answered
   */
  static List<String> of(JsonNode report) {
    if (report.path("number").isNull()) {
      return List.of("No grants were ever set.");
    }
    var head =
        "Set %d of %s, set by %s: %,d grants."
            .formatted(
                report.path("number").asInt(),
                report.path("changedAt").asText(),
                report.path("changedBy").asText(),
                report.path("grants").size());
    return Stream.concat(
            Stream.of(head),
            StreamSupport.stream(report.path("grants").spliterator(), false).map(GrantReport::row))
        .toList();
  }

  private static String row(JsonNode grant) {
    return ROW.formatted(
        grant.path("user").asText(),
        grant.path("department").asText(),
        grant.path("affair").asText(),
        grant.path("function").asText().equals("INQUIRY") ? "照会" : "提供",
        grant.path("from").asText(),
        grant.path("to").asText(),
        grant.path("reason").asText());
  }
}
