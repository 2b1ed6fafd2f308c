package jp.chukan.mocknetwork.insurerserver;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.qualificationcheck.CheckedQualifications;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** 資格 at the オンライン資格確認等システム follow those of the partitions. */
@Component
final class PutOutCopies implements CopiedFile {
  private final InstitutionDirectory institutions;
  private final KeepHistories histories;
  private final CheckedQualifications checked;

  PutOutCopies(
      InstitutionDirectory institutions, KeepHistories histories, CheckedQualifications checked) {
    this.institutions = institutions;
    this.histories = histories;
    this.checked = checked;
  }

  @Override
  public List<Comparison> compare() {
    return institutions.withRole(InstitutionRole.SERVED).stream()
        .map(
            served ->
                Comparing.of(
                    "オンライン資格確認等システムの資格(%s)".formatted(served.name()),
                    histories.of(served.localGovernment()).stream()
                        .map(QualificationHistory::current)
                        .collect(toMap(Qualification::insured, identity())),
                    checked.of(served.localGovernment()).stream()
                        .collect(toMap(Qualification::insured, identity()))))
        .toList();
  }
}
