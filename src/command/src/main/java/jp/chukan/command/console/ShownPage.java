package jp.chukan.command.console;

import java.io.IOException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A page as the console showed it.
 *
 * @param status of HTTP
 * @param content what stands on it
 */
public record ShownPage(int status, Document content) {
  private static final int BAD = 400;

  /** Whether the console refused what was asked. */
  public boolean refuses() {
    return status >= BAD;
  }

  /** Where the page stands, without what belongs to the server's address. */
  public String path() {
    return java.net.URI.create(content.location()).getPath();
  }

  /**
   * The form that is sent to this path.
   *
   * @throws IOException when no such form stands on the page
   */
  public FormElement form(String action) throws IOException {
    return content.select("form[action=\"" + action + "\"]").forms().stream()
        .findFirst()
        .orElseThrow(() -> new IOException("no form for " + action + " on " + path()));
  }

  /**
   * The text of the first element that a CSS selector names.
   *
   * @throws IOException when there is none
   */
  public String text(String selector) throws IOException {
    var found = content.selectFirst(selector);
    if (found == null) {
      throw new IOException("nothing like " + selector + " on " + path());
    }
    return found.text();
  }

  /** Never shows what stands on it: that may be about a citizen. */
  @Override
  public String toString() {
    return "ShownPage[status=" + status + ", path=" + path() + "]";
  }
}
