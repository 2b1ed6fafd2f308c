package jp.chukan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("接続元ネットワークの範囲")
class AddressRangeTest {

  @ParameterizedTest // MS-10, MS-92
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::1/128, 0:0:0:0:0:0:0:1, true",
    "fc00::/7, fdff::1, true",
    "fc00::/7, fe80::1, false",
    // an IPv4 address that came over an IPv6 socket is that address
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "fe80::/10, fe80:0:0:0:0:0:0:1%eth0, true",
  })
  void aRangeHoldsWhatSharesItsPrefix(String range, String address, boolean held) {
    List<AddressRange> ranges = List.of(AddressRange.valueOf(range));
    SourceNetworks networks =
        new SourceNetworks(ranges, List.of(), List.of(), List.of(), List.of());

    assertThat(networks.admits(Door.MUNICIPAL, address)).isEqualTo(held);
    assertThat(networks.admits(Door.NETWORK, address)).as("a door without networks").isFalse();
  }

  @ParameterizedTest // MS-92
  @ValueSource(
      strings = {"localhost", "", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0", ":"})
  void whatIsNoRangeIsNotTaken(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.valueOf(written));
  }

  @Test // MS-92
  void aNameIsNeverAskedFor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressRange.valueOf("beef.example/8"))
        .withMessageContaining("no address");
  }
}
