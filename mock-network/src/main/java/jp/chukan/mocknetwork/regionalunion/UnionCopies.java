package jp.chukan.mocknetwork.regionalunion;

import java.util.List;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.ResidentComparison;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The residents at the 広域連合 follow the 住民票, with the daily feed. */
@Component
final class UnionCopies implements CopiedFile {
  private final UnionMembers members;
  private final ResidentComparison comparison;

  UnionCopies(UnionMembers members, ResidentComparison comparison) {
    this.members = members;
    this.comparison = comparison;
  }

  @Override
  public List<Comparison> compare() {
    return comparison.ofEveryMunicipality(
        "広域連合",
        place ->
            members
                .residents(new CountrySystem(SystemKind.REGIONAL_UNION, place.substring(0, 2)))
                .of(place));
  }
}
