package jp.chukan.command.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the country tells of its day; says nothing about persons. */
final class PlayedDay {
  private JsonNode report = MissingNode.getInstance();

  void keep(JsonNode told) {
    report = told;
  }

  JsonNode report() {
    return report;
  }

  static List<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** One line for each copy, with its counts. */
  List<String> table() {
    return each(report.path("comparisons")).stream()
        .map(
            one ->
                "%6d same %4d different %4d missing %4d surplus  %s"
                    .formatted(
                        one.path("same").asInt(),
                        one.path("different").asInt(),
                        one.path("missing").asInt(),
                        one.path("surplus").asInt(),
                        one.path("file").asText()))
        .toList();
  }
}
