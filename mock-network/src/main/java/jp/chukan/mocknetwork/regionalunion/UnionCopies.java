package jp.chukan.mocknetwork.regionalunion;

import java.util.List;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.ResidentComparison;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** The residents at the 広域連合 follow the 住民票, with the daily feed. */
@Component
final class UnionCopies implements CopiedFile {
  private final InstitutionDirectory institutions;
  private final UnionMembers members;
  private final ResidentComparison comparison;

  UnionCopies(
      InstitutionDirectory institutions, UnionMembers members, ResidentComparison comparison) {
    this.institutions = institutions;
    this.members = members;
    this.comparison = comparison;
  }

  @Override
  public List<Comparison> compare() {
    return institutions.withRole(InstitutionRole.SERVED).stream()
        .map(
            served -> {
              String place = served.localGovernment();
              var union = new CountrySystem(SystemKind.REGIONAL_UNION, place.substring(0, 2));
              return comparison.of("広域連合", served.code(), members.residents(union).of(place));
            })
        .toList();
  }
}
