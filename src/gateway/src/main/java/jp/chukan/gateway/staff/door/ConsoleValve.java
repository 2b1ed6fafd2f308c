package jp.chukan.gateway.staff.door;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the two doors apart before anything else sees a request: {@code /console} answers on its
 * own port only, and that port answers nothing else.
 */
final class ConsoleValve extends ValveBase {
  private static final String ROOT = "/console";
  private static final String MARK = ConsoleValve.class.getName();

  private final Connector console;

  ConsoleValve(Connector console) {
    super(true);
    this.console = console;
  }

  /** Whether the request came through the port of the console. */
  static boolean isConsole(ServletRequest request) {
    return request.getAttribute(MARK) != null;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    boolean page = isPage(request.getDecodedRequestURI());
    if (page != (request.getConnector() == console)) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (page) {
      request.setAttribute(MARK, true);
    }
    getNext().invoke(request, response);
  }

  private static boolean isPage(@Nullable String path) {
    return path != null && (path.equals(ROOT) || path.startsWith(ROOT + "/"));
  }
}
