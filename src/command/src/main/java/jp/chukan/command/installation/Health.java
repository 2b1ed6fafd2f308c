package jp.chukan.command.installation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether an application says that it is ready. */
public final class Health {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private Health() {}

  public static boolean gateway(URI management) {
    return says(management.resolve("/actuator/health/readiness"), "/status", "UP");
  }

  public static boolean network(URI control) {
    return says(control.resolve("/control/status"), "/ready", "true");
  }

  private static boolean says(URI address, String pointer, String expected) {
    try {
      var response =
          CLIENT.send(
              HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        return response.statusCode() == 200
            && JSON.readTree(body).at(pointer).asText().equals(expected);
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
