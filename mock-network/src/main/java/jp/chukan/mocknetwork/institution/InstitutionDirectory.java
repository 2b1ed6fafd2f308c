package jp.chukan.mocknetwork.institution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.springframework.stereotype.Component;

/** Every institution of the country, from {@code data/institutions.tsv}. */
@Component
public final class InstitutionDirectory {
  private final List<Institution> institutions =
      ProjectTable.rows("institutions.tsv").stream()
          .map(InstitutionDirectory::institution)
          .toList();

  private static Institution institution(ProjectTable.Row row) {
    return new Institution(
        new InstitutionCode(row.cell("code")),
        row.cell("name"),
        Arrays.stream(row.cell("roles").split(",", -1))
            .map(InstitutionRole::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        Optional.of(row.cell("system")).filter(s -> !s.isEmpty()).map(SystemIdentifier::new),
        row.cell("place"));
  }

  public List<Institution> withRole(InstitutionRole role) {
    return institutions.stream().filter(institution -> institution.has(role)).toList();
  }

  /**
   * The institution with this code and role.
   *
   * @throws UnknownInstitutionException when the country has none
   */
  public Institution require(InstitutionCode code, InstitutionRole role) {
    return withRole(role).stream()
        .filter(institution -> institution.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new UnknownInstitutionException(code, role));
  }

  public boolean isServed(InstitutionCode code) {
    return has(code, InstitutionRole.SERVED);
  }

  /** Whether the country has an institution with this code in this role. */
  public boolean has(InstitutionCode code, InstitutionRole role) {
    return withRole(role).stream().anyMatch(institution -> institution.code().equals(code));
  }

  /** The codes of everybody with this role. */
  public Set<InstitutionCode> codes(InstitutionRole role) {
    return withRole(role).stream().map(Institution::code).collect(Collectors.toUnmodifiableSet());
  }

  /** 「情報提供ネットワークシステム」, of which the country has one. */
  public Institution network() {
    return withRole(InstitutionRole.NETWORK).getFirst();
  }

  /** 「情報提供等記録開示システム」, of which the country has one. */
  public Institution disclosureSystem() {
    return withRole(InstitutionRole.DISCLOSURE).getFirst();
  }

  /** 「中間サーバー・プラットフォーム」, of which the country has one. */
  public Institution platform() {
    return withRole(InstitutionRole.PLATFORM).getFirst();
  }
}
