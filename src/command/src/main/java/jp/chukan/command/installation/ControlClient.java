package jp.chukan.command.installation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** Plain JSON over HTTP on this machine: the country's control, the gateway's management. */
public final class ControlClient {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  public ControlClient(URI address) {
    this.address = address;
  }

  public JsonNode get(String path) throws IOException {
    return send(request(path).build());
  }

  /** Reads an array without ever holding all of it. */
  public void each(String path, Consumer<JsonNode> element) throws IOException {
    try {
      var response = http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body();
          JsonParser json = JSON.createParser(body)) {
        if (response.statusCode() / 100 != 2 || json.nextToken() != JsonToken.START_ARRAY) {
          throw new InstallationException(
              "%s answered HTTP %d without an array".formatted(path, response.statusCode()));
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
          element.accept(JSON.readTree(json));
        }
      }
    } catch (ConnectException e) {
      throw nobodyListens(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Posts an object with these fields. */
  public JsonNode post(String path, Consumer<ObjectNode> fields) throws IOException {
    var body = JSON.createObjectNode();
    fields.accept(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  public void delete(String path) throws IOException {
    send(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
  }

  /** The platform's own exception has no words for it. */
  private ConnectException nobodyListens(ConnectException cause) {
    var told = new ConnectException("nobody listens at " + address);
    told.initCause(cause);
    return told;
  }

  private JsonNode send(HttpRequest request) throws IOException {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 == 2) {
        return parse(response.body());
      }
      throw new InstallationException(
          "%s answered HTTP %d: %s"
              .formatted(request.uri().getPath(), response.statusCode(), response.body()));
    } catch (ConnectException e) {
      throw nobodyListens(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The management answers in words where the control answers in objects. */
  private static JsonNode parse(String body) throws IOException {
    return body.startsWith("{") || body.startsWith("[")
        ? JSON.readTree(body)
        : JSON.getNodeFactory().textNode(body);
  }
}
