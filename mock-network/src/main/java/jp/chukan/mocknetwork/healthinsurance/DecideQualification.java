package jp.chukan.mocknetwork.healthinsurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.qualificationcheck.AcquisitionReason;
import jp.chukan.mocknetwork.qualificationcheck.CardItems;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;

/**
 * Who is insured, by what the 住民票 says (国民健康保険法第5条から第8条). Every third household is: the others are
 * in an employees' insurance, as long as nobody reports otherwise. A resident is insured from the
 * day of 転入 or 出生 until the day of 転出, the day after 死亡 or 国外転出, or the 75th birthday. 支援措置 becomes
 * 自己情報不開示 (MU-05).
 */
@Component
final class DecideQualification {
  static final int LATTER_STAGE = 75;
  private static final int ELDERLY = 70;
  private static final int INSURED_HOUSEHOLD_EVERY = 3;
  private static final int NEWBORN_DAYS = 14;

  private final InsuredPersons persons;
  private final NameReadings readings;

  DecideQualification(InsuredPersons persons, NameReadings readings) {
    this.persons = persons;
    this.readings = readings;
  }

  /**
   * Decides about a resident, in the open transaction, as of a day.
   *
   * @return the insured person when something about it has changed, kept already
   */
  Optional<InsuredPerson> decide(String place, ResidentNotice resident, LocalDate day) {
    Optional<InsuredPerson> known = persons.find(place, resident.individualNumber());
    if (known.isEmpty()) {
      return isToBeInsured(resident, day)
          ? Optional.of(insure(place, resident, resident.since(), reason(resident)))
          : Optional.empty();
    }
    InsuredPerson before = known.orElseThrow();
    if (before.position() > resident.position()) {
      return Optional.empty(); // an earlier 住民票 of somebody who came back, or was 帰化
    }
    InsuredPerson after = decided(before, resident, day);
    if (after.equals(before)) {
      return Optional.empty();
    }
    persons.change(after);
    return Optional.of(after);
  }

  private InsuredPerson decided(InsuredPerson before, ResidentNotice resident, LocalDate day) {
    if (!resident.isPresent()) {
      return before.isInsured() ? removed(before, resident.removal().orElseThrow()) : before;
    }
    LocalDate latterStage = resident.person().birthDate().plusYears(LATTER_STAGE);
    if (before.isInsured()) {
      InsuredPerson shown =
          before.shown(
              resident.position(),
              card(before.qualification(), resident, before.wording()),
              before.wording());
      return latterStage.isAfter(day) ? shown : shown.lost(latterStage, LossReason.LATTER_STAGE);
    }
    boolean cameBack =
        resident.position() > before.position()
            && before
                .qualification()
                .loss()
                .filter(
                    loss ->
                        loss.reason() == LossReason.MOVED_OUT
                            || loss.reason() == LossReason.LEFT_THE_COUNTRY)
                .isPresent();
    return cameBack && latterStage.isAfter(day)
        ? before.acquired(
            resident.position(),
            card(before.qualification(), resident, before.wording()),
            resident.since(),
            AcquisitionReason.MOVED_IN)
        : before;
  }

  private static InsuredPerson removed(InsuredPerson before, ResidentNotice.Removal removal) {
    return switch (removal.reason()) {
      case MOVED_OUT -> before.lost(removal.on(), LossReason.MOVED_OUT);
      case LEFT_THE_COUNTRY -> before.lost(removal.on().plusDays(1), LossReason.LEFT_THE_COUNTRY);
      case DIED -> before.lost(removal.on().plusDays(1), LossReason.DIED);
      case NATURALISED -> before;
    };
  }

  private static boolean isToBeInsured(ResidentNotice resident, LocalDate day) {
    return resident.isPresent()
        && resident.household() % INSURED_HOUSEHOLD_EVERY == 0
        && resident.person().birthDate().plusYears(LATTER_STAGE).isAfter(day);
  }

  private static AcquisitionReason reason(ResidentNotice resident) {
    return resident.person().birthDate().plusDays(NEWBORN_DAYS).isBefore(resident.since())
        ? AcquisitionReason.MOVED_IN
        : AcquisitionReason.BORN;
  }

  /** Insures somebody for the first time, under the number of the household. */
  InsuredPerson insure(
      String place, ResidentNotice resident, LocalDate on, AcquisitionReason reason) {
    String number = "%07d".formatted(resident.household());
    var insured =
        new InsuredPerson(
            resident.position(),
            new Qualification(
                place,
                card(place, number, persons.nextBranch(place, number), resident, CardWording.USUAL),
                resident.person().birthDate(),
                resident.person().sex(),
                on,
                reason,
                Optional.empty(),
                elderlyFrom(resident.person().birthDate()),
                1),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            CardWording.USUAL);
    persons.add(place, resident.individualNumber(), insured);
    return insured;
  }

  /** The ten items for a person who is insured, by its 住民票 and what it wants. */
  CardItems card(Qualification known, ResidentNotice resident, CardWording wording) {
    return card(
        known.card().symbol(), known.card().number(), known.card().branch(), resident, wording);
  }

  private CardItems card(
      String symbol, String number, String branch, ResidentNotice resident, CardWording wording) {
    String name = resident.person().name();
    return new CardItems(
        branch,
        symbol,
        number,
        wording.shownName().orElse(name),
        wording.shownName().isPresent() ? wording.shownNameReading() : readings.of(name),
        wording.shownName().map(shown -> name),
        wording.shownName().flatMap(shown -> readings.of(name)),
        wording.sexOnReverse(),
        resident.underSupport(),
        Optional.empty());
  }

  /** From the month after the 70th birthday on, for the first of a month from that day on. */
  static LocalDate elderlyFrom(LocalDate birthDate) {
    LocalDate birthday = birthDate.plusYears(ELDERLY);
    return birthday.getDayOfMonth() == 1 ? birthday : birthday.plusMonths(1).withDayOfMonth(1);
  }
}
