package jp.chukan.mocknetwork.tax;

import java.util.List;
import jp.chukan.mocknetwork.residentrecords.ResidentComparison;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The residents at the 税務システム follow the 住民票. */
@Component
final class TaxCopies implements CopiedFile {
  private final TaxResidents residents;
  private final ResidentComparison comparison;

  TaxCopies(TaxResidents residents, ResidentComparison comparison) {
    this.residents = residents;
    this.comparison = comparison;
  }

  @Override
  public List<Comparison> compare() {
    return comparison.ofEveryMunicipality("税務", place -> residents.at(place).of(place));
  }
}
