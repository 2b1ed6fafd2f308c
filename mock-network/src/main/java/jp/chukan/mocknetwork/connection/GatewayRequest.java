package jp.chukan.mocknetwork.connection;

/**
 * One message to the intermediate server; sending it again sends the same bytes.
 *
 * @param identity as whom
 * @param path path below the address of the server
 * @param contentType content type of the body
 * @param body what is sent
 */
public record GatewayRequest(
    ClientIdentity identity, String path, String contentType, byte[] body) {
  public static final String XML = "application/xml";
  public static final String CMS = "application/cms";
}
