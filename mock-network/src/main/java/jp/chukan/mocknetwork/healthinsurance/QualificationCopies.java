package jp.chukan.mocknetwork.healthinsurance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.insurerserver.KeepHistories;
import jp.chukan.mocknetwork.insurerserver.QualificationHistory;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.scenario.Comparing;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import org.springframework.stereotype.Component;

/** 資格 at the 医療保険者等向け中間サーバー等 follow those of the 国民健康保険システム. */
@Component
final class QualificationCopies implements CopiedFile {
  private final InstitutionDirectory institutions;
  private final InsuredPersons persons;
  private final KeepHistories histories;

  QualificationCopies(
      InstitutionDirectory institutions, InsuredPersons persons, KeepHistories histories) {
    this.institutions = institutions;
    this.persons = persons;
    this.histories = histories;
  }

  @Override
  public List<Comparison> compare() {
    return institutions.withRole(InstitutionRole.SERVED).stream()
        .map(
            served ->
                Comparing.of(
                    "医療保険者等向け中間サーバー等の資格(%s)".formatted(served.name()),
                    persons.of(served.localGovernment()).stream()
                        .map(InsuredPerson::qualification)
                        .collect(toMap(Qualification::insured, identity())),
                    histories.of(served.localGovernment()).stream()
                        .map(QualificationHistory::current)
                        .collect(toMap(Qualification::insured, identity()))))
        .toList();
  }
}
