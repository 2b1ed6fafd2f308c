package jp.chukan.mocknetwork.regionalunion;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;

/**
 * Who is insured by 後期高齢者医療: residents from the day on which they turn 75
 * (高齢者の医療の確保に関する法律第50条・第52条), until the day after they died or left the country, or the day on
 * which they moved to another municipality (第53条).
 */
@Component
final class DecideMembership {
  static final int AGE = 75;
  private final UnionMembers members;

  DecideMembership(UnionMembers members) {
    this.members = members;
  }

  /** Decides about a resident, in the open transaction, as of a day. */
  void decide(CountrySystem union, String municipality, ResidentNotice resident, LocalDate day) {
    Optional<UnionMember> known = members.find(union, municipality, resident.individualNumber());
    if (known.filter(member -> member.position() > resident.position()).isPresent()) {
      return; // an earlier 住民票 of somebody who came back, or was 帰化
    }
    if (resident.isPresent()) {
      acquire(union, municipality, resident, day, known);
    } else {
      known
          .filter(member -> member.loss().isEmpty())
          .ifPresent(
              member ->
                  resident
                      .removal()
                      .filter(removal -> removal.reason() != RemovalReason.NATURALISED)
                      .ifPresent(
                          removal ->
                              members.keep(
                                  union,
                                  municipality,
                                  resident.individualNumber(),
                                  member.ended(endsOn(removal), removal.reason()))));
    }
  }

  private void acquire(
      CountrySystem union,
      String municipality,
      ResidentNotice resident,
      LocalDate day,
      Optional<UnionMember> known) {
    LocalDate turns = resident.person().birthDate().plusYears(AGE);
    if (turns.isAfter(day)) {
      return;
    }
    boolean goesOn = known.filter(member -> member.loss().isEmpty()).isPresent();
    LocalDate acquiredOn =
        goesOn
            ? known.orElseThrow().acquiredOn()
            : turns.isAfter(resident.since()) ? turns : resident.since();
    String number =
        known
            .map(UnionMember::number)
            .orElseGet(() -> members.number(union, resident.individualNumber()));
    members.keep(
        union,
        municipality,
        resident.individualNumber(),
        new UnionMember(number, resident.position(), acquiredOn, Optional.empty()));
  }

  private static LocalDate endsOn(ResidentNotice.Removal removal) {
    return removal.reason() == RemovalReason.MOVED_OUT ? removal.on() : removal.on().plusDays(1);
  }
}
