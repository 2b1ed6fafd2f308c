package jp.chukan.command.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.chukan.command.installation.InstallationException;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  @Test
  void everyFaultHasANameOfItsOwn() {
    assertThat(Faults.all())
        .extracting(Fault::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z-]{1,26}"))
        .contains("kill-gateway", "kill-gateway-and-database", "clock-behind", "full-disk-journal");
  }

  @Test
  void noNamesAreAllFaults() {
    assertThat(Faults.named(List.of())).isEqualTo(Faults.all());
  }

  @Test
  void namesChooseAndTheOrderStays() {
    assertThat(Faults.named(List.of("duplicates", "kill-gateway")))
        .extracting(Fault::name)
        .containsExactly("kill-gateway", "duplicates");
  }

  @Test
  void anUnknownNameIsNotPassedOver() {
    assertThatThrownBy(() -> Faults.named(List.of("kill-gateway", "kill-everybody")))
        .isInstanceOf(InstallationException.class)
        .hasMessageContaining("kill-everybody");
  }

  @Test
  void onlyAWrongClockMayRefuse() {
    assertThat(Faults.all())
        .filteredOn(Fault::mayRefuse)
        .extracting(Fault::name)
        .containsExactly("clock-ahead", "clock-behind");
  }
}
