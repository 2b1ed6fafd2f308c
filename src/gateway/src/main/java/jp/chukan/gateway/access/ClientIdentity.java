package jp.chukan.gateway.access;

import java.security.Principal;
import jp.chukan.contract.code.InstitutionCode;

/**
 * A registered client, as its certificate proves it.
 *
 * @param name common name of the certificate
 * @param institution 「機関コード」 of the certificate: the only place from which the server takes it
 * @param role what this client may do
 */
public record ClientIdentity(String name, InstitutionCode institution, Role role)
    implements Principal {

  public enum Role {
    /** A system of the municipality: its own 副本, codes and records. */
    MUNICIPAL,
    /** The interface system of the network. */
    NETWORK,
    /** The 「情報提供等記録開示システム」: what a person may see of themselves, asked in the person's name. */
    DISCLOSURE,
    /**
     * The operator of the platform: what is the same for all institutions, and no personal data.
     */
    OPERATOR
  }

  @Override
  public String getName() {
    return name;
  }
}
