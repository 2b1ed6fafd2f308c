package jp.chukan.command.console;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.chukan.command.client.ClientCertificate;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * A browser of one person: shows no certificate, keeps the cookies, follows redirects, and sends
 * forms as they stand on the page, with all that is hidden in them.
 */
public final class ConsoleBrowser {
  private static final int TIMEOUT = (int) Duration.ofSeconds(60).toMillis();

  private final URI console;
  private final Connection session;

  private ConsoleBrowser(URI console, Connection session) {
    this.console = console;
    this.session = session;
  }

  /**
   * @param console HTTPS address of the console
   * @param keys folder of the run's keys
   */
  public static ConsoleBrowser open(URI console, Path keys) throws IOException {
    return new ConsoleBrowser(
        console,
        Jsoup.newSession()
            .sslContext(ClientCertificate.none(keys))
            .timeout(TIMEOUT)
            .ignoreHttpErrors(true)
            .ignoreContentType(true));
  }

  /** Where the console is for a browser: what a passkey signs. */
  String origin() {
    return console.getScheme() + "://" + console.getRawAuthority();
  }

  /** Opens a page. */
  public ShownPage open(String path) throws IOException {
    return shown(request(path).method(Connection.Method.GET));
  }

  /**
   * Fills in a form and sends it.
   *
   * @param form of the page that was shown last
   * @param fields name and value of what the person types or chooses; a name that the form lacks is
   *     that of its button
   */
  public ShownPage submit(FormElement form, Map<String, String> fields) throws IOException {
    return shown(filled(form, fields));
  }

  /** The same for a form that a file may come back for, however large. */
  public ConsoleAnswer download(FormElement form, Map<String, String> fields) throws IOException {
    var response = filled(form, fields).maxBodySize(0).execute();
    return String.valueOf(response.contentType()).startsWith("text/html")
        ? new ConsoleAnswer.OfPage(new ShownPage(response.statusCode(), response.parse()))
        : new ConsoleAnswer.OfFile(response.bodyAsBytes());
  }

  private Connection filled(FormElement form, Map<String, String> fields) {
    var request = request(form.attr("action")).method(Connection.Method.POST);
    for (var field : form.formData()) {
      if (!fields.containsKey(field.key())) {
        request.data(field.key(), field.value());
      }
    }
    fields.forEach(request::data);
    return request;
  }

  /**
   * Sends a form that the page does not offer, as somebody who tampers with the page would.
   *
   * @param page that was shown, for its token against forms from elsewhere
   */
  public ShownPage force(String path, ShownPage page, Map<String, String> fields)
      throws IOException {
    return shown(
        request(path)
            .method(Connection.Method.POST)
            .data("_csrf", page.content().expectFirst("input[name=_csrf]").val())
            .data(fields));
  }

  /**
   * Sends what the script of a page sends.
   *
   * @param token that stands on the page, against forms from elsewhere
   * @return the body of the answer
   * @throws IOException when the console refuses
   */
  String postJson(String path, String token, String json) throws IOException {
    var answer =
        request(path)
            .method(Connection.Method.POST)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token)
            .requestBody(json)
            .execute();
    if (answer.statusCode() >= 300) {
      throw new IOException("the console answered HTTP %d".formatted(answer.statusCode()));
    }
    return answer.body();
  }

  private Connection request(String path) {
    return session.newRequest(console.resolve(path).toString());
  }

  private static ShownPage shown(Connection request) throws IOException {
    var response = request.execute();
    return new ShownPage(response.statusCode(), response.parse());
  }
}
