package jp.chukan.command.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import jp.chukan.contract.code.InstitutionCode;

/** The operator's connection to the gateway: what is the same for all institutions. */
public final class OperatorClient {
  /** Name of the operator's certificate. */
  public static final String CERTIFICATE = "operator-client";

  private static final String MASTERS = "/operation/institution-masters";
  private static final String FIRST_ADMINISTRATORS = "/operation/first-administrators";
  private static final String BACKUPS = "/operation/backups";
  private static final String KEYS = "/operation/keys";
  private static final Duration BACKUP_TIMEOUT = Duration.ofHours(2);
  private static final JsonMapper JSON = new JsonMapper();

  private final GatewayConnection connection;

  private OperatorClient(GatewayConnection connection) {
    this.connection = connection;
  }

  /**
   * @param gateway the gateway's HTTPS address
   * @param keys folder of the run's keys
   */
  public static OperatorClient connect(URI gateway, Path keys) throws IOException {
    return new OperatorClient(GatewayConnection.open(gateway, keys, CERTIFICATE));
  }

  /**
   * Has a file of the 「機関マスタ」 taken in; nothing takes effect yet.
   *
   * @return the version, and what it would change
   * @throws RefusedFileException when the file is not sound
   */
  public JsonNode propose(Path file) throws IOException {
    return json(
        connection
            .request(MASTERS)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofFile(file)));
  }

  /**
   * Puts a version in force.
   *
   * @throws RefusedMessageException when it is unknown, or another one came into force meanwhile
   */
  public JsonNode activate(int version) throws IOException {
    return json(
        connection.request(MASTERS + "/" + version + "/activation").POST(BodyPublishers.noBody()));
  }

  /** All versions, the newest first. */
  public JsonNode masters() throws IOException {
    return json(connection.request(MASTERS));
  }

  /**
   * One version, and what it changes.
   *
   * @throws RefusedMessageException when it is unknown
   */
  public JsonNode master(int version) throws IOException {
    return json(connection.request(MASTERS + "/" + version));
  }

  /**
   * Has a one-time code made for the first administrator of an institution.
   *
   * @return the code, which is nowhere else, and when it ends
   * @throws RefusedMessageException when there is an administrator, or the id is taken
   */
  public JsonNode firstAdministrator(InstitutionCode institution, String user, String name)
      throws IOException {
    var order =
        JSON.createObjectNode()
            .put("institution", institution.value())
            .put("user", user)
            .put("name", name);
    return json(
        connection
            .request(FIRST_ADMINISTRATORS)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(order))));
  }

  /**
   * Has a backup made, and waits until it is whole.
   *
   * @return its name, size and heads
   * @throws RefusedMessageException while another one is made
   */
  public JsonNode backup() throws IOException {
    return json(connection.request(BACKUPS).timeout(BACKUP_TIMEOUT).POST(BodyPublishers.noBody()));
  }

  /** Which keys there are, by their ids. */
  public JsonNode keys() throws IOException {
    return json(connection.request(KEYS));
  }

  /** The same, once the server has read them again. */
  public JsonNode reloadKeys() throws IOException {
    return json(connection.request(KEYS + "/reload").POST(BodyPublishers.noBody()));
  }

  /**
   * Has the data keys of an institution destroyed.
   *
   * @param confirmation its code once more, as somebody typed it
   * @throws RefusedMessageException when it is served, was named otherwise, or has none
   */
  public void destroyDataKeys(InstitutionCode institution, String confirmation) throws IOException {
    var order =
        JSON.createObjectNode()
            .put("institution", institution.value())
            .put("confirmation", confirmation);
    json(
        connection
            .request(KEYS + "/destruction")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(order))));
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException {
    return JSON.readTree(connection.send(request.build()));
  }
}
