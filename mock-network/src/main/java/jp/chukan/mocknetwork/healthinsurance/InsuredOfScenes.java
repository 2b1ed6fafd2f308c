package jp.chukan.mocknetwork.healthinsurance;

import static java.util.Comparator.comparing;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Picks insured persons for scenes, whoever happens to be there. */
@Component
final class InsuredOfScenes {
  private final ResidentRegisters registers;
  private final InsuredPersons persons;

  InsuredOfScenes(ResidentRegisters registers, InsuredPersons persons) {
    this.registers = registers;
    this.persons = persons;
  }

  /** Whose scenes are played. */
  InstitutionCode municipality() {
    return registers.municipalities().getFirst();
  }

  /** Five digits of it. */
  String place() {
    return places().getFirst();
  }

  /** Five digits of each municipality. */
  List<String> places() {
    return registers.municipalities().stream()
        .map(one -> registers.of(one).municipality().localGovernment())
        .toList();
  }

  /**
   * Somebody who lives there, is insured and has nothing special yet.
   *
   * @param nth which of them, from 0: each scene takes others
   * @throws SceneFailedException when there are not so many
   */
  InsuredPerson nth(int nth) {
    return persons.of(place()).stream()
        .filter(InsuredPerson::isInsured)
        .filter(person -> person.wording().equals(CardWording.USUAL))
        .filter(person -> person.former().isEmpty() && person.elsewhere().isEmpty())
        .filter(person -> lives(person.position()))
        .sorted(comparing(InsuredPerson::position))
        .skip(nth)
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("国民健康保険の被保険者が足りない"));
  }

  private boolean lives(int position) {
    return position < registers.of(municipality()).everybody().size()
        && registers.of(municipality()).resident(position).residence().isPresent();
  }
}
