package jp.chukan.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("長いCSVに何が書かれていても")
class CsvStreamFuzzTest {
  private static final int MOST_ROWS = 1_000;

  static Stream<byte[]> files() {
    return Stream.of(
            "宛名番号,キー\r\n42,1\r\n43,2\r\n",
            "\uFEFF\"a\",\"b\"\n\"1,\"\"2\"\"\",\"\"\n",
            "a\r\n'=1+1\r\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(CsvStreamFuzzTest.class);
  }

  /** What is taken can be written, and is then read as the same. */
  @MethodSource({"files", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadWholeOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          try {
            List<List<String>> taken = read(content);
            assertThat(read(written(taken))).isEqualTo(taken);
          } catch (FaultyFileException refused) {
            assertThat(refused.faults()).isNotEmpty();
          }
        });
  }

  private static List<List<String>> read(byte[] content) {
    List<List<String>> rows = new ArrayList<>();
    CsvFaults faults = new CsvFaults();
    CsvStream.read(
        new ByteArrayInputStream(content),
        MOST_ROWS,
        faults,
        header -> {
          // as every reader of such a file does
          if (header.contains("")) {
            faults.add(1, null, ErrorCode.SYM_CSV_HEADER);
          }
          rows.add(unmarked(header));
          return row -> rows.add(unmarked(row.fields()));
        });
    return rows;
  }

  private static List<String> unmarked(List<String> fields) {
    return fields.stream().map(CsvOutput::unmarked).toList();
  }

  private static byte[] written(List<List<String>> rows) {
    var file = new ByteArrayOutputStream();
    CsvOutput csv = new CsvOutput(file, rows.getFirst());
    rows.subList(1, rows.size()).forEach(csv::row);
    csv.finish();
    return file.toByteArray();
  }
}
