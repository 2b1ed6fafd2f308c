package jp.chukan.mocknetwork.qualificationcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Hospitals look at every card that there is, and a 個人番号 finds no place. */
@Component
final class QualificationCheckScene implements Scene {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final InstitutionDirectory institutions;
  private final CheckedQualifications qualifications;
  private final CheckQualification check;
  private final Systems systems;

  QualificationCheckScene(
      InstitutionDirectory institutions,
      CheckedQualifications qualifications,
      CheckQualification check,
      Systems systems) {
    this.institutions = institutions;
    this.qualifications = qualifications;
    this.check = check;
    this.systems = systems;
  }

  @Override
  public SystemKind system() {
    return SystemKind.QUALIFICATION_CHECK;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(14, 40);
  }

  @Override
  public String title() {
    return "医療機関で資格を確認し、不開示の人の情報は本人の画面に出ない";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, JAPAN);
    List<Qualification> all =
        institutions.withRole(InstitutionRole.SERVED).stream()
            .map(Institution::localGovernment)
            .flatMap(place -> qualifications.of(place).stream())
            .toList();
    if (all.isEmpty()) {
      throw new SceneFailedException("オンライン資格確認に資格がない");
    }
    for (Qualification one : all) {
      boolean good = check.check(one.insured(), day) instanceof CheckQualification.Outcome.Good;
      boolean shown = check.ownInformation(one.insured()).isPresent();
      if (good != one.isGoodOn(day) || shown == one.card().undisclosed()) {
        throw new SceneFailedException("資格確認の答えが資格情報と違う");
      }
    }
    QualificationUpdates again = new QualificationUpdates(all.subList(0, 1));
    if (send(again) != 0) {
      throw new SceneFailedException("同じ版の資格情報で何かが変わった");
    }
    return List.of(
        Provoking.refusal(
            CountrySystem.only(SystemKind.QUALIFICATION_CHECK),
            QualificationUpdates.MESSAGE,
            Fault.MALFORMED,
            () -> send(new WithNumber(again.qualifications(), "000000000000"))));
  }

  /** What nobody may send: the message has no such field. */
  private record WithNumber(List<Qualification> qualifications, String individualNumber) {
    @Override
    public String toString() {
      return "WithNumber[redacted]";
    }
  }

  private int send(Object body) {
    return systems
        .send(
            CountrySystem.only(SystemKind.INSURER_SERVER),
            CountrySystem.only(SystemKind.QUALIFICATION_CHECK),
            QualificationUpdates.MESSAGE,
            body,
            QualificationUpdates.Taken.class)
        .renewed();
  }
}
