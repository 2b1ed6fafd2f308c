package jp.chukan.mocknetwork.qualificationcheck;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 「資格確認」: whether a card is good on a day, and what the person may see of it. */
@Component
final class CheckQualification {
  private final CheckedQualifications qualifications;

  CheckQualification(CheckedQualifications qualifications) {
    this.qualifications = qualifications;
  }

  /** What a card comes to. */
  sealed interface Outcome {
    /**
     * It is good.
     *
     * @param elderly whether the person is 高齢受給者 on that day
     */
    record Good(CardItems card, boolean elderly) implements Outcome {}

    /**
     * It is not good any more.
     *
     * @param since from when it was to be returned
     */
    record Ended(LocalDate since, LossReason reason) implements Outcome {}

    /** Nobody, or not yet. */
    record Unknown() implements Outcome {}
  }

  /** What a hospital is told. */
  Outcome check(InsuredNumber insured, LocalDate day) {
    Optional<Qualification> found = qualifications.find(insured);
    if (found.isEmpty() || found.orElseThrow().acquiredOn().isAfter(day)) {
      return new Outcome.Unknown();
    }
    Qualification qualification = found.orElseThrow();
    return qualification
        .loss()
        .filter(loss -> !loss.on().isAfter(day))
        .<Outcome>map(loss -> new Outcome.Ended(loss.on(), loss.reason()))
        .orElseGet(
            () ->
                new Outcome.Good(qualification.card(), !qualification.elderlyFrom().isAfter(day)));
  }

  /**
   * What the person sees of itself at マイナポータル: nothing when it asked for 不開示 (MU-05), so that
   * nobody who holds the card of a victim learns where it is insured.
   */
  Optional<Qualification> ownInformation(InsuredNumber insured) {
    return qualifications
        .find(insured)
        .filter(qualification -> !qualification.card().undisclosed());
  }
}
