package jp.chukan.peer;

import com.helger.http.EHttpMethod;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.xservlet.AbstractXServlet;

/** phase4's own servlet takes no handler that was set up beforehand. */
final class ReceiverServlet extends AbstractXServlet {
  private static final long serialVersionUID = 1L;

  ReceiverServlet(AS4XServletHandler handler) {
    // phase4 reads the parts of a message by itself
    settings().setMultipartEnabled(false);
    handlerRegistry().registerHandler(EHttpMethod.POST, handler);
  }
}
