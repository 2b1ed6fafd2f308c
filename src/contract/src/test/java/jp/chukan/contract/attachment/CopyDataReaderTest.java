package jp.chukan.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.chukan.contract.code.ItemCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("副本データ")
class CopyDataReaderTest {
  private static final ItemCode FLAG = new ItemCode("TK00000000000101");

  @ParameterizedTest // MS-57
  @CsvSource({
    "DataSet, 2026-10-01T09:00:00+09:00",
    "DuplicateCopy, 2026-10-01T09:00:00+09:00",
    "DataSet, 2026-10-01T09:00:00",
    "DataSet, 2026-10-01T00:00:00Z",
  })
  @DisplayName("ルート要素の名は問わず、時差のない日時は日本時間とする")
  void whatTheFieldLeavesOpenIsTaken(String root, String time) {
    String copyData =
        "<%s><TK00000000000101 Version=\"1\" TimeAndDateOfUpdate=\"%s\">1</TK00000000000101></%s>"
            .formatted(root, time, root);
    assertThat(CopyDataReader.read(copyData))
        .containsExactly(new ReplicaItem(FLAG, "1", "1", Instant.parse("2026-10-01T00:00:00Z")));
  }
}
