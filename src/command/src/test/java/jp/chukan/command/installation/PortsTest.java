package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

class PortsTest {

  @RepeatedTest(20)
  void freeOnesAreApartAndNotAmongThoseOfConnectionsThatGoOut() {
    Ports ports = Ports.free();
    assertThat(
            List.of(
                ports.gateway(),
                ports.console(),
                ports.network(),
                ports.management(),
                ports.control(),
                ports.postgres()))
        .doesNotHaveDuplicates()
        .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_767));
  }
}
