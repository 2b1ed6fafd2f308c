package jp.chukan.command.keys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The keys of the gateway, for a person to read; ids only. */
final class KeyReport {
  private static final int SHORT = 16;

  private KeyReport() {}

  /**
   * @param keys what the gateway answered
   */
  static List<String> of(JsonNode keys) {
    var lines = new ArrayList<String>();
    for (var key : keys.path("keys")) {
      lines.add(
          "%-11s  %-16s  %s…  %s – %s%s"
              .formatted(
                  key.path("use").asText(),
                  key.path("institution").asText("").replace("null", ""),
                  key.path("keyId").asText().substring(0, SHORT),
                  key.path("from").asText(),
                  key.path("to").asText(),
                  key.path("inUse").asBoolean() ? "  in use" : ""));
    }
    for (var master : keys.path("masterKeys")) {
      var newest = keys.path("newestMasterKey").asText().equals(master.asText());
      lines.add("MASTER       %s%s".formatted(master.asText(), newest ? "  in use" : ""));
    }
    for (var key : keys.path("dataKeys")) {
      var destroyed = key.path("destroyedAt");
      lines.add(
          "DATA         %s  %d  %s"
              .formatted(
                  key.path("institution").asText(),
                  key.path("number").asInt(),
                  destroyed.isTextual()
                      ? "destroyed " + destroyed.asText()
                      : "under " + key.path("masterKey").asText()));
    }
    lines.add(
        "%,d data keys are under other master keys than the newest."
            .formatted(keys.path("leftUnderOthers").asInt()));
    for (var fault : keys.path("unusable")) {
      lines.add("cannot be used: " + fault.asText());
    }
    return lines;
  }
}
