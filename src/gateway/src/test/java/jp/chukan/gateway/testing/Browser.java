package jp.chukan.gateway.testing;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A browser of one person at the console: no client certificate, keeps the cookie, sends the token
 * of the page that it showed last, and follows no redirect.
 */
public final class Browser {
  public static final String COOKIE = "__Host-console";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final RunningGateway gateway;
  private final HttpClient http;
  private @Nullable String cookie;
  private String token = "";

  public Browser(RunningGateway gateway) {
    this.gateway = gateway;
    this.http = gateway.client(null);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends a form with the token of the last page. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, fields, token);
  }

  /** Sends a form with this token. */
  public HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
    return send(form(path, fields, csrf));
  }

  /** Sends a form with the token of the last page and takes the file that comes back. */
  public HttpResponse<byte[]> download(String path, Map<String, String> fields) {
    return exchange(form(path, fields, token), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields, String csrf) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return request(path, "Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(csrf)));
  }

  /** Sends a form that brings a file, with the token of the last page first and the file last. */
  public HttpResponse<String> upload(String path, Map<String, String> fields, byte[] file) {
    return upload(path, fields, file, token);
  }

  /** The same with this token. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, byte[] file, String csrf) {
    StringBuilder head = new StringBuilder(part("_csrf", csrf));
    fields.forEach((name, value) -> head.append(part(name, value)));
    head.append(
        "--of-a-test\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n");
    return send(
        request(path, "Content-Type", "multipart/form-data; boundary=of-a-test")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--of-a-test--\r\n"))));
  }

  private static String part(String name, String value) {
    return "--of-a-test\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  /** Sends what a script sends, with the token of the last page. */
  public HttpResponse<String> postJson(String path, String json) {
    return send(
        request(path, "Content-Type", "application/json", "X-CSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(json)));
  }

  /** Opens the page and fills in the form on it. */
  public HttpResponse<String> submit(String path, Map<String, String> fields) {
    get(path);
    return post(path, fields);
  }

  public HttpResponse<String> login(String institution, String user, String password) {
    return submit(
        "/console/login", Map.of("institution", institution, "user", user, "password", password));
  }

  /** The cookie's value, null before there is one. */
  public @Nullable String cookie() {
    return cookie;
  }

  /** The token of the page that it showed last. */
  public String token() {
    return token;
  }

  /** Goes on with a cookie of somebody else. */
  public void takeCookie(@Nullable String value) {
    cookie = value;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.consoleUri(path));
    if (cookie != null) {
      request.header("Cookie", COOKIE + "=" + cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      HttpResponse<T> response = http.send(request.build(), body);
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    if (header.startsWith(COOKIE + "=")) {
      String value = header.substring(COOKIE.length() + 1).split(";", 2)[0];
      cookie = value.isEmpty() ? null : value;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
