package jp.chukan.mocknetwork.connection;

/**
 * One message to the intermediate server; sending it again sends the same bytes.
 *
 * @param method HTTP method
 * @param identity as whom
 * @param path path below the address of the server
 * @param contentType content type of the body
 * @param body what is sent
 */
public record GatewayRequest(
    String method, ClientIdentity identity, String path, String contentType, byte[] body) {
  public static final String XML = "application/xml";
  public static final String CMS = "application/cms";
  private static final String FILE = "application/octet-stream";

  /** A message. */
  public static GatewayRequest post(
      ClientIdentity identity, String path, String contentType, byte[] body) {
    return new GatewayRequest("POST", identity, path, contentType, body);
  }

  /** A file under its name. */
  public static GatewayRequest put(ClientIdentity identity, String path, byte[] body) {
    return new GatewayRequest("PUT", identity, path, FILE, body);
  }

  /** A look at something. */
  public static GatewayRequest get(ClientIdentity identity, String path) {
    return new GatewayRequest("GET", identity, path, FILE, new byte[0]);
  }
}
