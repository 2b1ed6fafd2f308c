package jp.chukan.command.installation.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("試験用ホストの計画")
final class HostPlanTest {
  private static final Path RUN = Path.of("/run/one");
  private static final List<String> NAMES = List.of("broker-1", "database", "node-1");

  private final HostPlan plan = new HostPlan("chkabcdef", 7, NAMES);

  @Test
  void everyNameBeginsWithTheMarkOfTheRunDirectoryAndFitsALink() {
    assertThat(HostPlan.mark(RUN)).matches("chk[0-9a-f]{6}");
    assertThat(HostPlan.mark(RUN)).isEqualTo(HostPlan.mark(Path.of("/run/x/../one")));
    assertThat(HostPlan.mark(RUN)).isNotEqualTo(HostPlan.mark(Path.of("/run/two")));
    assertThat(plan.namespace("node-1")).isEqualTo("chkabcdef-node-1");
    assertThat(plan.cable("node-1")).isEqualTo("chkabcdef-2").hasSizeLessThan(16);
  }

  @Test
  void addressesThatSomebodyUsesAreNotTaken() {
    int wanted = HostPlan.of(RUN, NAMES, "").net();

    int other = HostPlan.of(RUN, NAMES, "10.83." + wanted + ".0/24 dev br0 scope link").net();

    assertThat(other).isEqualTo((wanted + 1) % 256);
  }

  @Test
  void everyHostHasAnAddressANameAndACable() {
    assertThat(plan.address("node-1")).isEqualTo("10.83.7.13");
    assertThat(plan.address(Hosts.NETWORK)).isEqualTo("10.83.7.1");
    assertThat(plan.hostsFile())
        .isEqualTo(
            """
            127.0.0.1 localhost gateway
            10.83.7.1 network
            10.83.7.11 broker-1
            10.83.7.12 database
            10.83.7.13 node-1
            """);
    assertThat(plan.commands())
        .contains(
            List.of("link", "add", "chkabcdef", "type", "bridge"),
            List.of("netns", "add", "chkabcdef-node-1"),
            List.of("link", "set", "chkabcdef-2", "master", "chkabcdef", "up"),
            List.of("-n", "chkabcdef-node-1", "addr", "add", "10.83.7.13/25", "dev", "eth0"));
  }

  @Test
  void theDatabaseHasALineBesidesItsCable() {
    assertThat(plan.commands())
        .contains(
            List.of(
                "link",
                "add",
                "chkabcdef-line",
                "type",
                "veth",
                "peer",
                "name",
                "line",
                "netns",
                "chkabcdef-database"),
            List.of("addr", "add", "10.83.7.129/30", "dev", "chkabcdef-line"),
            List.of("-n", "chkabcdef-database", "addr", "add", "10.83.7.130/30", "dev", "line"));
    assertThat(new HostPlan("chkabcdef", 7, List.of("node-1")).commands().toString())
        .doesNotContain("line");
  }

  @Test
  void aCableIsCutAndMendedAtThisMachinesEnd() {
    assertThat(plan.cut("database")).containsExactly("link", "set", "chkabcdef-1", "down");
    assertThat(plan.mend("database")).containsExactly("link", "set", "chkabcdef-1", "up");
    assertThatThrownBy(() -> plan.cut("node-9")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCommandRunsInTheNamespaceOfItsHost() {
    assertThat(plan.on("node-1", List.of("java", "-jar", "x.jar")))
        .containsExactly("ip", "netns", "exec", "chkabcdef-node-1", "java", "-jar", "x.jar");
  }

  @Test
  void whatIsLeftIsKnownByItsMarkAndNobodyElsesIsTouched() {
    assertThat(
            HostPlan.links(
                "chkabcdef",
                """
                1: lo: <LOOPBACK,UP> mtu 65536 qdisc noqueue
                4: eth0@if9: <BROADCAST> mtu 1400
                7: chkabcdef: <BROADCAST> mtu 1500
                8: chkabcdef-0@if2: <BROADCAST> mtu 1500
                9: chkabcdef0: <BROADCAST> mtu 1500
                10: chk111111-0@if2: <BROADCAST> mtu 1500
                """))
        .containsExactly("chkabcdef-0", "chkabcdef");
    assertThat(
            HostPlan.namespaces(
                "chkabcdef",
                "chkabcdef-node-1 (id: 3)\nother\nchk111111-node-1\nchkabcdef-database"))
        .containsExactly("chkabcdef-node-1", "chkabcdef-database");
  }
}
