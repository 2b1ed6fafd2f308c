package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.residentrecords.ResidentComparison;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The residents at the 国民健康保険システム follow the 住民票. */
@Component
final class InsuranceCopies implements CopiedFile {
  private final InstitutionDirectory institutions;
  private final InsuredResidents residents;
  private final ResidentComparison comparison;

  InsuranceCopies(
      InstitutionDirectory institutions,
      InsuredResidents residents,
      ResidentComparison comparison) {
    this.institutions = institutions;
    this.residents = residents;
    this.comparison = comparison;
  }

  @Override
  public List<Comparison> compare() {
    return institutions.withRole(InstitutionRole.SERVED).stream()
        .map(
            served -> {
              String place = served.localGovernment();
              return comparison.of("国民健康保険", served.code(), residents.at(place).of(place));
            })
        .toList();
  }
}
