package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import jp.chukan.mocknetwork.residentrecords.ResidentComparison;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The residents at the 国民健康保険システム follow the 住民票. */
@Component
final class InsuranceCopies implements CopiedFile {
  private final InsuredResidents residents;
  private final ResidentComparison comparison;

  InsuranceCopies(InsuredResidents residents, ResidentComparison comparison) {
    this.residents = residents;
    this.comparison = comparison;
  }

  @Override
  public List<Comparison> compare() {
    return comparison.ofEveryMunicipality("国民健康保険", place -> residents.at(place).of(place));
  }
}
