package jp.chukan.mocknetwork.connection;

import jp.chukan.contract.code.InstitutionCode;

/**
 * As whom a connection to the intermediate server is made.
 *
 * @param keyName name of the key file, without its ending
 */
public record ClientIdentity(String keyName) {
  /** The interface system of the network. */
  public static final ClientIdentity NETWORK = new ClientIdentity("network-client");

  /** 「情報提供等記録開示システム」. */
  public static final ClientIdentity DISCLOSURE_SYSTEM = new ClientIdentity("disclosure-client");

  /** The 宛名 hub of a municipality. */
  public static ClientIdentity municipality(InstitutionCode institution) {
    return new ClientIdentity("municipal-client-" + institution.value());
  }
}
