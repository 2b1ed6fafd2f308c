package jp.chukan.command.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;

/** HTTPS to the gateway with the certificate of one institution (JN-01). */
final class GatewayConnection {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** A file of 100,000 records takes its time. */
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;

  private final URI gateway;
  private final HttpClient http;

  private GatewayConnection(URI gateway, HttpClient http) {
    this.gateway = gateway;
    this.http = http;
  }

  /**
   * @param gateway the gateway's HTTPS address
   * @param keys folder of the run's keys
   * @param certificate name of the certificate that is shown
   */
  static GatewayConnection open(URI gateway, Path keys, String certificate) throws IOException {
    return new GatewayConnection(
        gateway,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(ClientCertificate.context(keys, certificate))
            .build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER);
  }

  /**
   * What the gateway answered.
   *
   * @throws RefusedMessageException when it refused
   * @throws RefusedFileException when it refused a CSV file
   */
  byte[] send(HttpRequest request) throws IOException {
    return exchange(request, BodyHandlers.ofByteArray()).body();
  }

  /**
   * Writes what the gateway answers to this file, which exists; after a refusal it is as it was.
   *
   * @throws RefusedMessageException when it refused
   */
  HttpResponse<byte[]> receive(HttpRequest request, Path file) throws IOException {
    return exchange(
        request,
        answer ->
            answer.statusCode() == OK
                ? BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> new byte[0])
                : BodySubscribers.ofByteArray());
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, BodyHandler<byte[]> handler)
      throws IOException {
    try {
      var response = http.send(request, handler);
      if (response.statusCode() == OK || response.statusCode() == ACCEPTED) {
        return response;
      }
      throw refusal(response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static RuntimeException refusal(HttpResponse<byte[]> response) throws IOException {
    if (response.statusCode() == BAD_REQUEST && isJson(response)) {
      return new RefusedFileException(JSON.readValue(response.body(), FileFaults.class).faults());
    }
    try {
      return new RefusedMessageException(
          response.statusCode(), XmlMessages.read(Acknowledgement.class, response.body()).body());
    } catch (InvalidInputException e) {
      throw new IOException(
          "the gateway answered HTTP %d: %s"
              .formatted(
                  response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)),
          e);
    }
  }

  private static boolean isJson(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("application/json"))
        .isPresent();
  }

  /** What is wrong with a CSV file. */
  private record FileFaults(List<FileFault> faults) {}
}
