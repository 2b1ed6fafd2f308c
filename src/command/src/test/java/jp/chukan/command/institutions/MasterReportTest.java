package jp.chukan.command.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MasterReportTest {

  @Test
  void showsTheVersionTheCountsAndEachChange() {
    assertThat(
            MasterReport.of(
                master(
                    "1",
                    """
                    {"kind":"ENDED","institution":"0720600000001700","serialNumber":"1","name":"いろは健康保険組合",
                     "columns":[{"column":"有効終了日時","before":"9999/12/31 23:59","after":"2027/03/31 23:59"},
                                {"column":"バージョン情報","before":"","after":"第2版"}]},
                    {"kind":"ADDED","institution":"0220113121101700","serialNumber":"12","name":"東京都足立区","columns":[]}
                    """),
                false))
        .containsExactly(
            "Version 2  proposed    3,800 rows, proposed 2026-11-02T01:00:00Z by operator-client",
            "Against version 1: 1 added, 0 changed, 1 ended, 0 removed, 3,798 unchanged.",
            "  ended     0720600000001700    1  いろは健康保険組合",
            "            有効終了日時: 9999/12/31 23:59 → 2027/03/31 23:59",
            "            バージョン情報: (empty) → 第2版",
            "  added     0220113121101700   12  東京都足立区");
  }

  @Test
  void showsTheFirstHundredChangesUnlessAskedForAll() {
    var changes =
        IntStream.range(0, 130)
            .mapToObj(
                i ->
                    "{\"kind\":\"ADDED\",\"institution\":\"%016d\",\"serialNumber\":\"1\",\"name\":\"x\",\"columns\":[]}"
                        .formatted(i))
            .collect(Collectors.joining(","));
    assertThat(MasterReport.of(master("null", changes), false))
        .hasSize(103)
        .contains("Against nothing: 1 added, 0 changed, 1 ended, 0 removed, 3,798 unchanged.")
        .last()
        .isEqualTo("  … and 30 more, --all shows them");
    assertThat(MasterReport.of(master("null", changes), true)).hasSize(132);
  }

  private static JsonNode master(String base, String changes) {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"version":{"version":2,"base":%s,"state":"PROPOSED","rows":3800,
                          "proposedAt":"2026-11-02T01:00:00Z",
                          "proposedBy":{"name":"operator-client","institution":"0030099000021700"},
                          "activatedAt":null,"activatedBy":null},
               "counts":{"added":1,"changed":0,"ended":1,"removed":0,"unchanged":3798},
               "changes":[%s]}
              """
                  .formatted(base, changes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
