package jp.chukan.command.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.chukan.command.installation.InstallationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CapacityTest {
  private static final Path DOCUMENTS = Path.of("../../docs");

  @Test
  void theDocumentHasTheTablesThatFollowFromItsAssumptions() throws IOException {
    assertThat(Files.readString(DOCUMENTS.resolve("capacity.md")))
        .contains(String.join("\n", CapacityCommand.tables(assumptions())));
  }

  @Test
  void halfTheTimeForTheBurstIsTwiceTheProcessors() throws IOException {
    var half = assumptions().with(Map.of("burst_hours", "0.5"));
    assertThat(figure(half, "processors for one city's burst"))
        .isEqualTo(2 * figure(assumptions(), "processors for one city's burst"), within(0.1));
  }

  private static org.assertj.core.data.Offset<Double> within(double difference) {
    return org.assertj.core.data.Offset.offset(difference);
  }

  @Test
  void whatIsNoAssumptionOrNoNumberIsNamed(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> assumptions().with(Map.of("moon", "1")))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("moon");
    assertThatThrownBy(() -> assumptions().with(Map.of("persons", "0")))
        .hasMessageContaining("persons: '0'");
    var twice = folder.resolve("twice.csv");
    Files.writeString(twice, "name,value,unit,meaning,source\na,1,,,\na,2,,,\n");
    assertThatThrownBy(() -> Assumptions.read(twice)).hasMessageContaining("a stands there twice");
  }

  private static Assumptions assumptions() throws IOException {
    return Assumptions.read(DOCUMENTS.resolve("capacity.csv"));
  }

  private static double figure(Assumptions assumptions, String what) {
    return new Capacity(assumptions)
        .figures().stream()
            .filter(each -> each.what().equals(what))
            .mapToDouble(each -> Double.parseDouble(each.value()))
            .findFirst()
            .orElseThrow();
  }
}
