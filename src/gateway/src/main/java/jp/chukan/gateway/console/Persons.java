package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.gateway.municipal.DirectoryAnswer;

/**
 * Says who a number means, so that nobody works on the wrong person: a number counts only together
 * with the day of birth that the 「宛名管理システム」 has for it (MU-26). Of the 「4情報」 no more than name and
 * day of birth come here.
 */
final class Persons {
  private final BiFunction<InstitutionCode, UnifiedAddresseeNumber, DirectoryAnswer> directory;

  Persons(BiFunction<InstitutionCode, UnifiedAddresseeNumber, DirectoryAnswer> directory) {
    this.directory = directory;
  }

  /**
   * Somebody, as the 「宛名管理システム」 has it.
   *
   * @param name 氏名
   * @param birthDate 生年月日
   */
  record Person(String name, LocalDate birthDate) {

    /** Never shows the person. */
    @Override
    public String toString() {
      return "Person[redacted]";
    }
  }

  /** What number and day of birth together say. */
  sealed interface Identified {

    /** Both are of one person. */
    record Known(Person person) implements Identified {}

    /** They are not, or nobody has the number; which of them is not told. */
    record Nobody() implements Identified {}

    /** Nothing is known at this moment. */
    record Unavailable() implements Identified {}
  }

  /** Asks now and waits for the answer, outside of any transaction. */
  Identified identify(
      InstitutionCode institution, UnifiedAddresseeNumber addressee, LocalDate birthDate) {
    return switch (directory.apply(institution, addressee)) {
      case DirectoryAnswer.Found found
          when found.basicInformation().birthDate().equals(birthDate) ->
          new Identified.Known(person(found.basicInformation()));
      case DirectoryAnswer.Found other -> new Identified.Nobody();
      case DirectoryAnswer.NotFound none -> new Identified.Nobody();
      case DirectoryAnswer.Unavailable unavailable -> new Identified.Unavailable();
    };
  }

  /** Who has the number; empty when that cannot be said at this moment. */
  Optional<Person> of(InstitutionCode institution, UnifiedAddresseeNumber addressee) {
    return directory.apply(institution, addressee) instanceof DirectoryAnswer.Found found
        ? Optional.of(person(found.basicInformation()))
        : Optional.empty();
  }

  private static Person person(BasicInformation known) {
    return new Person(known.name(), known.birthDate());
  }
}
