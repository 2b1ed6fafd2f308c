package jp.chukan.command.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.message.Acknowledgement;
import org.junit.jupiter.api.Test;

final class HandedInFilesTest {
  private static final Path GOOD = Path.of("in", "P640R110_20261001090000_0001.DAT");
  private static final Path BAD = Path.of("in", "P640R110_20261001090000_0002.DAT");
  private static final ReceptionNumber NUMBER = new ReceptionNumber("RECEPTION0001");

  private final List<String> lines = new ArrayList<>();

  @Test // MS-24
  void eachFileIsShownWithItsNumberOrTheReasonAndWhere() throws IOException {
    var handedIn = HandedInFiles.of(HandedInFilesTest::door, List.of(BAD, GOOD), lines::add);
    assertThat(lines)
        .containsExactly(
            "Refused: SKI-0107 at line 3, field 18 照会終了日付 行の終わりがCRLFではありません。  P640R110_20261001090000_0002.DAT",
            "受付番号 RECEPTION0001  P640R110_20261001090000_0001.DAT");
    assertThat(handedIn.numbers()).containsExactly(NUMBER);
    assertThat(handedIn.exitCode()).isEqualTo(1);
  }

  @Test
  void theExitCodeTellsAllTakenFromAllRefused() throws IOException {
    assertThat(HandedInFiles.of(HandedInFilesTest::door, List.of(GOOD), lines::add).exitCode())
        .isZero();
    assertThat(HandedInFiles.of(HandedInFilesTest::door, List.of(BAD), lines::add).exitCode())
        .isEqualTo(2);
  }

  @Test // MS-78
  void waitsUntilAllHasEndedAndSumsUpByState() throws IOException {
    var told =
        new ArrayDeque<>(
            List.of(
                state(false, Map.of("SENT", 9_000, "PROVIDED", 1_000)),
                state(true, Map.of("PROVIDED", 9_990, "REFUSED", 10))));
    var progress = new ArrayList<String>();
    var summary =
        new HandedInFiles(List.of(NUMBER), 0).await(number -> told.remove(), progress::add);
    assertThat(progress).containsExactly("[##......................] 1,000/10,000");
    assertThat(summary).containsExactly("RECEPTION0001  10,000 lines: 9,990 PROVIDED, 10 REFUSED");
  }

  private static InquiryFileState state(boolean complete, Map<String, Integer> states) {
    return new InquiryFileState(NUMBER.value(), "f", 10_000, complete, new TreeMap<>(states));
  }

  private static ReceptionNumber door(Path file) {
    if (file.equals(BAD)) {
      throw new RefusedMessageException(
          400, new Acknowledgement.Body("SKI-0107", "3", "18 照会終了日付", "行の終わりがCRLFではありません。"));
    }
    return NUMBER;
  }
}
