package jp.chukan.mocknetwork.dayview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.Crossing;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.PermittedLinks;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/**
 * Where everything stands in the picture: the country above, each prefecture with its municipality
 * below, the intermediate server in the middle, inquirers and providers at the bottom.
 */
@Component
final class CountryMap {
  static final int WIDTH = 1600;
  static final int HEIGHT = 880;

  private static final String SERVER = "server";
  private static final String AUTHORITY = "authority";
  private static final int NODE_WIDTH = 88;
  private static final int NODE_HEIGHT = 44;
  private static final int LINE_HEIGHT = 15;
  private static final int COLUMN = 480;
  private static final int MARGIN = 20;
  private static final int NATION_Y = 85;
  private static final int PREFECTURE_Y = 240;
  private static final int FIRST_ROW_Y = 390;
  private static final int SECOND_ROW_Y = 490;
  private static final int SERVER_Y = 640;
  private static final int INSTITUTION_Y = 795;
  private static final int CORE_X = 1510;

  private static final List<SystemKind> NATION =
      List.of(
          SystemKind.KIOSK,
          SystemKind.ELECTRONIC_APPLICATION,
          SystemKind.RESIDENCE_CARDS,
          SystemKind.SUPPLEMENT_NATIONAL_SERVER,
          SystemKind.NATIONAL_SERVER,
          SystemKind.QUALIFICATION_CHECK,
          SystemKind.INSURER_SERVER);
  private static final List<SystemKind> PREFECTURE =
      List.of(
          SystemKind.EXECUTIVE_BODY,
          SystemKind.SUPPLEMENT_PREFECTURAL_SERVER,
          SystemKind.PREFECTURAL_SERVER,
          SystemKind.INSURANCE_TALLY,
          SystemKind.REGIONAL_UNION);
  private static final List<SystemKind> FIRST_ROW =
      List.of(
          SystemKind.CERTIFICATE_SERVER,
          SystemKind.RESIDENT_RECORDS,
          SystemKind.MUNICIPAL_SERVER,
          SystemKind.APPLICATION_RELAY);
  private static final List<SystemKind> SECOND_ROW =
      List.of(
          SystemKind.TAX,
          SystemKind.ADDRESSEE_HUB,
          SystemKind.HEALTH_INSURANCE,
          SystemKind.APPLICATIONS);

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, String> hubs = new LinkedHashMap<>();

  /**
   * A system or an institution.
   *
   * @param id by which messages name it
   * @param title its whole name with its place
   * @param lines what stands in its box
   * @param x middle of its box
   * @param y middle of its box
   * @param width of its box
   */
  record Node(String id, String title, List<Line> lines, int x, int y, int width) {
    public int left() {
      return x - width / 2;
    }

    public int top() {
      return y - NODE_HEIGHT / 2;
    }

    public int height() {
      return NODE_HEIGHT;
    }
  }

  /** One line of text. */
  record Line(String text, int x, int y) {}

  /** A line between two systems that may talk to each other. */
  record Edge(String id, int x1, int y1, int x2, int y2) {}

  /** What belongs together. */
  record Region(String caption, int x, int y, int width, int height) {}

  /** Who sends a message to whom in the picture. */
  record Way(String from, String to) {}

  CountryMap(Systems systems, PermittedLinks links, InstitutionDirectory institutions) {
    List<Institution> served = institutions.withRole(InstitutionRole.SERVED);
    nation();
    for (int n = 0; n < served.size(); n++) {
      municipality(served.get(n), MARGIN + n * COLUMN);
    }
    server();
    institutions(institutions);
    edges(Systems.every(institutions), links);
    border(institutions, served);
  }

  private void nation() {
    regions.add(new Region("国・全国", MARGIN, 20, WIDTH - 2 * MARGIN, 115));
    for (int n = 0; n < NATION.size(); n++) {
      add(CountrySystem.only(NATION.get(n)), "", 150 + n * 215, NATION_Y);
    }
    add(CountrySystem.only(SystemKind.CORE_SYSTEM), "", CORE_X, SERVER_Y);
  }

  private void municipality(Institution one, int left) {
    String place = one.localGovernment();
    String prefecture = one.place().substring(0, one.place().length() - one.name().length());
    regions.add(new Region(prefecture, left, 165, COLUMN - MARGIN, 120));
    row(PREFECTURE, place.substring(0, 2), prefecture, left, PREFECTURE_Y);
    regions.add(new Region(one.name(), left, 315, COLUMN - MARGIN, 225));
    row(FIRST_ROW, place, one.name(), left, FIRST_ROW_Y);
    row(SECOND_ROW, place, one.name(), left, SECOND_ROW_Y);
    hubs.put(one.code().value(), new CountrySystem(SystemKind.ADDRESSEE_HUB, place).label());
  }

  private void row(List<SystemKind> kinds, String place, String name, int left, int y) {
    int step = (COLUMN - MARGIN) / kinds.size();
    for (int n = 0; n < kinds.size(); n++) {
      add(new CountrySystem(kinds.get(n), place), name, left + step / 2 + n * step, y);
    }
  }

  private void add(CountrySystem system, String place, int x, int y) {
    add(
        system.label(),
        (place + " " + system.kind().japanese()).strip(),
        ShortNames.of(system.kind()),
        x,
        y,
        NODE_WIDTH);
  }

  private void add(String id, String title, List<String> lines, int x, int y, int width) {
    int first = y + LINE_HEIGHT / 3 - (lines.size() - 1) * LINE_HEIGHT / 2;
    List<Line> placed = new ArrayList<>();
    for (int n = 0; n < lines.size(); n++) {
      placed.add(new Line(lines.get(n), x, first + n * LINE_HEIGHT));
    }
    nodes.put(id, new Node(id, title, placed, x, y, width));
  }

  private void server() {
    add(SERVER, "中間サーバー", List.of("中間サーバー"), 740, SERVER_Y, 620);
    add(AUTHORITY, "認証局・時刻認証局", List.of("認証局", "時刻認証局"), 150, SERVER_Y, NODE_WIDTH);
  }

  private void institutions(InstitutionDirectory institutions) {
    regions.add(new Region("照会者・提供者・開示システム", MARGIN, 725, WIDTH - 2 * MARGIN, 130));
    List<Institution> all = new ArrayList<>(institutions.withRole(InstitutionRole.INQUIRER));
    institutions.withRole(InstitutionRole.PROVIDER).stream()
        .filter(one -> !one.has(InstitutionRole.INQUIRER))
        .forEach(all::add);
    all.add(institutions.disclosureSystem());
    int step = (WIDTH - 2 * MARGIN) / all.size();
    for (int n = 0; n < all.size(); n++) {
      add(
          institution(all.get(n).code()),
          all.get(n).name(),
          ShortNames.of(all.get(n).name()),
          MARGIN + step / 2 + n * step,
          INSTITUTION_Y,
          step - 8);
    }
  }

  private static String institution(InstitutionCode code) {
    return "institution-" + code.value();
  }

  private void edges(List<CountrySystem> systems, PermittedLinks links) {
    for (int n = 0; n < systems.size(); n++) {
      for (int m = n + 1; m < systems.size(); m++) {
        CountrySystem one = systems.get(n);
        CountrySystem other = systems.get(m);
        if (links.permit(one, other) || links.permit(other, one)) {
          edge(one.label(), other.label());
        }
      }
    }
  }

  private void border(InstitutionDirectory institutions, List<Institution> served) {
    String core = CountrySystem.only(SystemKind.CORE_SYSTEM).label();
    served.forEach(one -> edge(hub(one.code().value()), SERVER));
    edge(SERVER, core);
    edge(SERVER, AUTHORITY);
    nodes.keySet().stream()
        .filter(id -> id.startsWith("institution-"))
        .toList()
        .forEach(
            id ->
                edge(
                    id,
                    id.equals(institution(institutions.disclosureSystem().code()))
                        ? SERVER
                        : core));
  }

  private void edge(String one, String other) {
    Node from = nodes.get(one);
    Node to = nodes.get(other);
    if (from == null || to == null) {
      throw new IllegalArgumentException("not in the picture: " + one + " or " + other);
    }
    edges.add(new Edge(one + "--" + other, from.x(), from.y(), to.x(), to.y()));
  }

  private String hub(String institution) {
    return hubs.getOrDefault(institution, SERVER);
  }

  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  List<Region> regions() {
    return List.copyOf(regions);
  }

  List<Edge> edges() {
    return List.copyOf(edges);
  }

  /** What a node is called in a table. */
  String title(String id) {
    Node node = nodes.get(id);
    return node == null ? id : node.title();
  }

  /** Between whom a crossing of the border goes. */
  Way way(Crossing crossing) {
    String core = CountrySystem.only(SystemKind.CORE_SYSTEM).label();
    String begin = crossing.message().split("/", 2)[0];
    String institution = crossing.party().replaceAll(".*?([0-9]{16})$", "$1");
    return switch (crossing.way()) {
      case IN_ENVELOPE -> new Way(core, "institution-" + institution);
      case TO_SERVER ->
          new Way(
              switch (begin) {
                case "municipal" -> hub(institution);
                case "disclosure" -> disclosure();
                default -> core;
              },
              SERVER);
      case FROM_SERVER ->
          new Way(
              SERVER,
              switch (begin) {
                case "hub" -> hub(institution);
                case "interface" -> core;
                default -> AUTHORITY;
              });
    };
  }

  private String disclosure() {
    return nodes.keySet().stream()
        .filter(id -> id.startsWith("institution-"))
        .reduce((first, second) -> second)
        .orElse(SERVER);
  }
}
