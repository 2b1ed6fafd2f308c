package jp.chukan.mocknetwork.healthinsurance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.insurancetally.FormerMembership;
import jp.chukan.mocknetwork.insurancetally.Memberships.Membership;
import jp.chukan.mocknetwork.insurerserver.FormerPeriod;
import jp.chukan.mocknetwork.qualificationcheck.AcquisitionReason;
import jp.chukan.mocknetwork.qualificationcheck.CardItems;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;
import jp.chukan.mocknetwork.qualificationcheck.QualificationLoss;

/**
 * 「被保険者」 as the municipality has it.
 *
 * @param position of the 住民票
 * @param qualification 資格情報 as it is now
 * @param former the times before, oldest first
 * @param elsewhere where the person was insured before, when it brought the certificate
 * @param continuousSince 資格取得年月日 in the prefecture, as the prefecture says; empty before it does
 * @param wording what the person wants on the card
 */
record InsuredPerson(
    int position,
    Qualification qualification,
    List<FormerPeriod> former,
    Optional<FormerMembership> elsewhere,
    Optional<LocalDate> continuousSince,
    CardWording wording) {
  InsuredPerson {
    former = List.copyOf(former);
  }

  boolean isInsured() {
    return qualification.loss().isEmpty();
  }

  /** What the prefecture is told. */
  Membership membership() {
    return new Membership(qualification, former, elsewhere);
  }

  /** The same under another 住民票 and card, which is a new version when the card says otherwise. */
  InsuredPerson shown(int otherPosition, CardItems card, CardWording otherWording) {
    Qualification now =
        card.equals(qualification.card())
            ? qualification
            : new Qualification(
                qualification.municipality(),
                card,
                qualification.birthDate(),
                qualification.sex(),
                qualification.acquiredOn(),
                qualification.acquired(),
                qualification.loss(),
                qualification.elderlyFrom(),
                qualification.version() + 1);
    return new InsuredPerson(otherPosition, now, former, elsewhere, continuousSince, otherWording);
  }

  /** Not insured any more from a day on; the card is to be returned from then. */
  InsuredPerson lost(LocalDate on, LossReason reason) {
    LocalDate first = on.isBefore(qualification.acquiredOn()) ? qualification.acquiredOn() : on;
    CardItems card = qualification.card();
    return with(
        new Qualification(
            qualification.municipality(),
            new CardItems(
                card.branch(),
                card.symbol(),
                card.number(),
                card.name(),
                card.reading(),
                card.realName(),
                card.realNameReading(),
                card.sexOnReverse(),
                card.undisclosed(),
                Optional.of(first)),
            qualification.birthDate(),
            qualification.sex(),
            qualification.acquiredOn(),
            qualification.acquired(),
            Optional.of(new QualificationLoss(first, reason)),
            qualification.elderlyFrom(),
            qualification.version() + 1));
  }

  /** Insured again; the time before is over. */
  InsuredPerson acquired(
      int otherPosition, CardItems card, LocalDate on, AcquisitionReason reason) {
    List<FormerPeriod> periods = new ArrayList<>(former);
    periods.add(
        new FormerPeriod(
            qualification.acquiredOn(),
            qualification.acquired(),
            qualification.loss().orElseThrow()));
    return new InsuredPerson(
        otherPosition,
        new Qualification(
            qualification.municipality(),
            card,
            qualification.birthDate(),
            qualification.sex(),
            on,
            reason,
            Optional.empty(),
            qualification.elderlyFrom(),
            qualification.version() + 1),
        periods,
        Optional.empty(),
        Optional.empty(),
        wording);
  }

  /** With what the certificate of the former municipality says. */
  InsuredPerson cameFrom(FormerMembership membership) {
    return new InsuredPerson(
        position,
        qualification.withVersion(qualification.version() + 1),
        former,
        Optional.of(membership),
        continuousSince,
        wording);
  }

  /** With what the prefecture says. */
  InsuredPerson continuousSince(LocalDate day) {
    return new InsuredPerson(position, qualification, former, elsewhere, Optional.of(day), wording);
  }

  private InsuredPerson with(Qualification other) {
    return new InsuredPerson(position, other, former, elsewhere, continuousSince, wording);
  }

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "InsuredPerson[" + position + ", redacted]";
  }
}
