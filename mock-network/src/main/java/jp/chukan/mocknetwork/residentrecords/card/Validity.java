package jp.chukan.mocknetwork.residentrecords.card;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.residentrecords.Resident;

/**
 * 「有効期間」 of a card: up to the tenth birthday after it is given out, of somebody under eighteen the
 * fifth; of a foreigner no longer than the permitted stay (個人番号カード等に関する命令).
 */
final class Validity {
  private static final int ADULT = 18;
  private static final int BIRTHDAYS_OF_ADULTS = 10;
  private static final int BIRTHDAYS_OF_CHILDREN = 5;

  private Validity() {}

  /** Last day of a card that is given out on a day. */
  static LocalDate of(Resident resident, LocalDate givenOut) {
    LocalDate birthDate = resident.basicInformation().birthDate();
    boolean adult = !birthDate.plusYears(ADULT).isAfter(givenOut);
    int birthdays = adult ? BIRTHDAYS_OF_ADULTS : BIRTHDAYS_OF_CHILDREN;
    int age = birthDate.until(givenOut).getYears();
    LocalDate byAge = birthDate.plusYears(age + birthdays);
    Optional<LocalDate> stay =
        resident.particulars().foreigner().flatMap(one -> one.category().expiresOn());
    return stay.filter(last -> last.isBefore(byAge)).orElse(byAge);
  }
}
