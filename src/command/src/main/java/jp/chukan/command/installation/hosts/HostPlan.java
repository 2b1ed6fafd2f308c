package jp.chukan.command.installation.hosts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the hosts of one installation are called in the system, their addresses, and the commands
 * that make them.
 *
 * <pre>
 *   this machine ── bridge ──┬── node-1      each a network namespace with one cable
 *    (network)       MARK    ├── broker-1
 *        │                   └── database
 *        └──────── line ─────────┘           never cut: by it the mock network keeps its records
 * </pre>
 *
 * @param mark begins every name; each run directory has its own, so that nobody's else is touched
 * @param net third number of the addresses, 10.83.NET.0/24
 * @param names of the hosts
 */
record HostPlan(String mark, int net, List<String> names) {
  private static final String PREFIX = "chk";

  /** Names of links have at most 15 characters. */
  private static final int MARK_BYTES = 3;

  private static final String BLOCK = "10.83.";
  private static final int NETS = 256;
  private static final int FIRST = 11;
  private static final int MOST = 32;
  private static final String INSIDE = "eth0";
  private static final String LINE = "line";

  HostPlan {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > MOST || net < 0 || net >= NETS) {
      throw new IllegalArgumentException("between 1 and " + MOST + " hosts");
    }
  }

  /** What begins every name of what belongs to this run directory. */
  static String mark(Path runDirectory) {
    return PREFIX + HexFormat.of().formatHex(digest(runDirectory), 0, MARK_BYTES);
  }

  /**
   * @param taken what the system says of its addresses and routes
   */
  static HostPlan of(Path runDirectory, List<String> names, String taken) {
    int first = Byte.toUnsignedInt(digest(runDirectory)[MARK_BYTES]);
    for (int step = 0; step < NETS; step++) {
      int net = (first + step) % NETS;
      if (!taken.contains(BLOCK + net + ".")) {
        return new HostPlan(mark(runDirectory), net, names);
      }
    }
    throw new IllegalArgumentException("no free addresses in " + BLOCK + "0.0/16");
  }

  private static byte[] digest(Path runDirectory) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              runDirectory
                  .toAbsolutePath()
                  .normalize()
                  .toString()
                  .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String namespace(String host) {
    return mark + "-" + host;
  }

  /** This machine's end of the cable of a host. */
  String cable(String host) {
    return mark + "-" + index(host);
  }

  private int index(String host) {
    int index = names.indexOf(host);
    if (index < 0) {
      throw new IllegalArgumentException("no host " + host);
    }
    return index;
  }

  /** Of this machine in the network of the hosts. */
  String ownAddress() {
    return BLOCK + net + ".1";
  }

  String address(String host) {
    return host.equals(Hosts.NETWORK) ? ownAddress() : BLOCK + net + "." + (FIRST + index(host));
  }

  /** Of this machine on the line that is never cut. */
  String ownLineAddress() {
    return BLOCK + net + ".129";
  }

  /** Of the database on the line that is never cut. */
  String lineAddress() {
    return BLOCK + net + ".130";
  }

  /** The addresses of hosts, and those of the line, as PostgreSQL and others write networks. */
  List<String> networks() {
    return List.of(BLOCK + net + ".0/25", BLOCK + net + ".128/30");
  }

  /** Makes all of it. */
  List<List<String>> commands() {
    var commands = new ArrayList<List<String>>();
    commands.add(words("link add %s type bridge".formatted(mark)));
    commands.add(words("addr add %s/25 dev %s".formatted(ownAddress(), mark)));
    commands.add(words("link set %s up".formatted(mark)));
    for (var host : names) {
      var namespace = namespace(host);
      commands.add(words("netns add " + namespace));
      commands.add(words("-n %s link set lo up".formatted(namespace)));
      commands.add(
          words(
              "link add %s type veth peer name %s netns %s"
                  .formatted(cable(host), INSIDE, namespace)));
      commands.add(words("link set %s master %s up".formatted(cable(host), mark)));
      commands.add(
          words("-n %s addr add %s/25 dev %s".formatted(namespace, address(host), INSIDE)));
      commands.add(words("-n %s link set %s up".formatted(namespace, INSIDE)));
    }
    if (names.contains(Hosts.DATABASE)) {
      line().forEach(command -> commands.add(words(command)));
    }
    return commands;
  }

  private Stream<String> line() {
    var near = mark + "-" + LINE;
    var database = namespace(Hosts.DATABASE);
    return Stream.of(
        "link add %s type veth peer name %s netns %s".formatted(near, LINE, database),
        "addr add %s/30 dev %s".formatted(ownLineAddress(), near),
        "link set %s up".formatted(near),
        "-n %s addr add %s/30 dev %s".formatted(database, lineAddress(), LINE),
        "-n %s link set %s up".formatted(database, LINE));
  }

  /** Nothing passes any more, and nobody is told. */
  List<String> cut(String host) {
    return words("link set %s down".formatted(cable(host)));
  }

  List<String> mend(String host) {
    return words("link set %s up".formatted(cable(host)));
  }

  /** The command line that runs this one on the host. */
  List<String> on(String host, List<String> command) {
    return Stream.concat(
            Stream.of(NetworkTool.PROGRAM, "netns", "exec", namespace(host)), command.stream())
        .toList();
  }

  /** Names of all hosts, in the form of {@code /etc/hosts}. */
  String hostsFile() {
    var lines = new ArrayList<>(List.of("127.0.0.1 localhost gateway"));
    lines.add(ownAddress() + " " + Hosts.NETWORK);
    names.forEach(host -> lines.add(address(host) + " " + host));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Links of this mark, cables before their bridge.
   *
   * @param links as {@code ip -o link} shows them
   */
  static List<String> links(String mark, String links) {
    return links
        .lines()
        .map(line -> line.replaceFirst("^\\d+: ([^:@]+)[:@].*$", "$1"))
        .filter(name -> name.equals(mark) || name.startsWith(mark + "-"))
        .sorted((one, other) -> other.length() - one.length())
        .toList();
  }

  /**
   * Namespaces of this mark.
   *
   * @param namespaces as {@code ip netns list} shows them
   */
  static List<String> namespaces(String mark, String namespaces) {
    return namespaces
        .lines()
        .map(line -> line.strip().split(" ")[0])
        .filter(name -> name.startsWith(mark + "-"))
        .toList();
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }
}
