package jp.chukan.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways into the server; each has limits and networks of its own. */
public enum Door {
  /** Systems of the municipalities. */
  MUNICIPAL,
  /** The interface system of the network. */
  NETWORK,
  /** The 「情報提供等記録開示システム」. */
  DISCLOSURE,
  /** Tools of the platform's operator. */
  OPERATION,
  /** Browsers of staff. */
  CONSOLE;

  private final String root = "/" + name().toLowerCase(Locale.ROOT);

  /** The door that this request came to; empty for an address that no door has. */
  public static Optional<Door> of(HttpServletRequest request) {
    String path = request.getRequestURI();
    return Stream.of(values())
        .filter(door -> path.equals(door.root) || path.startsWith(door.root + "/"))
        .findFirst();
  }

  /** As a tag of a measure. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
