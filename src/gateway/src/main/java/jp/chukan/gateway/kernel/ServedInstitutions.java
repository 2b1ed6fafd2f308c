package jp.chukan.gateway.kernel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The institutions that this installation serves; everything else is foreign to it.
 *
 * @param institutions one entry per institution
 */
@ConfigurationProperties("chukan")
public record ServedInstitutions(List<Institution> institutions) {

  /**
   * @param code 「機関コード」
   * @param name name for staff, in Japanese
   * @param system identifier of the municipality's own system
   * @param hub base address of the 宛名 hub of the municipality
   */
  public record Institution(InstitutionCode code, String name, SystemIdentifier system, URI hub) {}

  public ServedInstitutions {
    institutions = List.copyOf(institutions);
  }

  public Optional<Institution> find(InstitutionCode code) {
    return institutions.stream().filter(institution -> institution.code().equals(code)).findFirst();
  }

  public List<InstitutionCode> codes() {
    return institutions.stream().map(Institution::code).toList();
  }

  /** The same and the operator of the platform, each once. */
  public List<InstitutionCode> codesAnd(InstitutionCode platform) {
    return Stream.concat(codes().stream(), Stream.of(platform)).distinct().toList();
  }
}
