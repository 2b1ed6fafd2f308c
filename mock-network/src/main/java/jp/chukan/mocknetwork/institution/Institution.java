package jp.chukan.mocknetwork.institution;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;

/**
 * One institution (機関) of the country.
 *
 * @param code 「機関コード」
 * @param name Japanese name
 * @param role what it does here
 * @param system system identifier that its messages carry, empty when it sends none of its own
 * @param place prefecture and name, for addresses; empty when it is no municipality
 */
public record Institution(
    InstitutionCode code,
    String name,
    InstitutionRole role,
    Optional<SystemIdentifier> system,
    String place) {

  /**
   * @throws IllegalStateException when the institution sends no messages of its own
   */
  public SystemIdentifier requiredSystem() {
    return system.orElseThrow(() -> new IllegalStateException(code + " has no system"));
  }
}
