package jp.chukan.mocknetwork.institution;

import java.util.List;
import java.util.Optional;
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
        InstitutionRole.valueOf(row.cell("role")),
        Optional.of(row.cell("system")).filter(s -> !s.isEmpty()).map(SystemIdentifier::new),
        row.cell("place"));
  }

  public List<Institution> withRole(InstitutionRole role) {
    return institutions.stream().filter(institution -> institution.role() == role).toList();
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
    return withRole(InstitutionRole.SERVED).stream().anyMatch(i -> i.code().equals(code));
  }

  /** 「情報提供ネットワークシステム」, of which the country has one. */
  public Institution network() {
    return withRole(InstitutionRole.NETWORK).getFirst();
  }

  /** 「中間サーバー・プラットフォーム」, of which the country has one. */
  public Institution platform() {
    return withRole(InstitutionRole.PLATFORM).getFirst();
  }
}
