package jp.chukan.mocknetwork.institution;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;

/**
 * One institution (機関) of the country.
 *
 * @param code 「機関コード」
 * @param name Japanese name
 * @param roles what it does here
 * @param system system identifier that its messages carry, empty when it sends none of its own
 * @param place prefecture and name, for addresses; empty when it is no municipality
 */
public record Institution(
    InstitutionCode code,
    String name,
    Set<InstitutionRole> roles,
    Optional<SystemIdentifier> system,
    String place) {
  private static final Pattern MUNICIPALITY = Pattern.compile("02201[0-9]{5}101700");

  public Institution {
    roles = Set.copyOf(roles);
  }

  public boolean has(InstitutionRole role) {
    return roles.contains(role);
  }

  /** Whether it is a 市町村 or 特別区, as its code tells. */
  public boolean isMunicipality() {
    return MUNICIPALITY.matcher(code.value()).matches();
  }

  /**
   * Five digits of a municipality: 全国地方公共団体コード without its check digit.
   *
   * @throws IllegalStateException when it is none
   */
  public String localGovernment() {
    return localGovernment(code);
  }

  /**
   * Five digits of the municipality that has this code.
   *
   * @throws IllegalStateException when it is the code of none
   */
  public static String localGovernment(InstitutionCode code) {
    if (!MUNICIPALITY.matcher(code.value()).matches()) {
      throw new IllegalStateException(code + " is no municipality");
    }
    return code.value().substring(5, 10);
  }

  /**
   * @throws IllegalStateException when the institution sends no messages of its own
   */
  public SystemIdentifier requiredSystem() {
    return system.orElseThrow(() -> new IllegalStateException(code + " has no system"));
  }
}
