package jp.chukan.mocknetwork.regionalunion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** The 広域連合 closes its day twice, and gets what it has once more. */
@Component
final class RegionalUnionScene implements Scene {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final InstitutionDirectory institutions;
  private final UnionMembers members;
  private final CloseUnionDay closing;
  private final Systems systems;

  RegionalUnionScene(
      InstitutionDirectory institutions,
      UnionMembers members,
      CloseUnionDay closing,
      Systems systems) {
    this.institutions = institutions;
    this.members = members;
    this.closing = closing;
    this.systems = systems;
  }

  @Override
  public SystemKind system() {
    return SystemKind.REGIONAL_UNION;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(17, 10);
  }

  @Override
  public String title() {
    return "広域連合の日次処理を二度行い、同じ日次連携をもう一度受ける";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, JAPAN);
    List<ProvokedRefusal> refusals = new ArrayList<>();
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      String place = served.localGovernment();
      var union = new CountrySystem(SystemKind.REGIONAL_UNION, place.substring(0, 2));
      int counted = closing.close(union, place, day);
      List<ResidentNotice> residents = members.residents(union).of(place);
      requireEverybodyOldInsured(union, place, day, residents);
      int again = send(place, union, new ResidentNotices(residents.subList(0, 1)));
      if (again != 0 || closing.close(union, place, day) != counted) {
        throw new SceneFailedException("広域連合の二度目の日次連携で何かが変わった");
      }
      refusals.add(refusal(place, union, residents));
    }
    return refusals;
  }

  private void requireEverybodyOldInsured(
      CountrySystem union, String place, LocalDate day, List<ResidentNotice> residents) {
    Set<Integer> insured =
        members.of(union, place).stream()
            .filter(member -> member.isInsuredOn(day))
            .map(UnionMember::position)
            .collect(Collectors.toSet());
    for (ResidentNotice resident : residents) {
      boolean old = !resident.person().birthDate().plusYears(DecideMembership.AGE).isAfter(day);
      boolean is = insured.contains(resident.position());
      if (resident.isPresent() ? is != old : is && !old) {
        throw new SceneFailedException("広域連合の被保険者が75歳以上の住民と違う");
      }
    }
  }

  private ProvokedRefusal refusal(
      String place, CountrySystem union, List<ResidentNotice> residents) {
    ResidentNotice first = residents.getFirst();
    var swapped =
        new ResidentNotice(
            first.position(),
            residents.getLast().individualNumber(),
            first.person(),
            first.nationality(),
            first.household(),
            first.head(),
            first.underSupport(),
            first.since(),
            first.removal(),
            Integer.MAX_VALUE);
    return Provoking.refusal(
        union,
        ResidentNotices.MESSAGE,
        Fault.NUMBER_OF_ANOTHER,
        () -> send(place, union, new ResidentNotices(List.of(swapped))));
  }

  private int send(String place, CountrySystem union, ResidentNotices notices) {
    return systems
        .send(
            new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
            union,
            ResidentNotices.MESSAGE,
            notices,
            ResidentNotices.Taken.class)
        .renewed();
  }
}
