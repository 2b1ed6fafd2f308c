package jp.chukan.mocknetwork.healthinsurance;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.insurerserver.CodeRequestFile;
import jp.chukan.mocknetwork.insurerserver.HistoryQuery;
import jp.chukan.mocknetwork.insurerserver.LinkageCodeFile;
import jp.chukan.mocknetwork.insurerserver.QualificationHistory;
import jp.chukan.mocknetwork.insurerserver.StartAcquisition;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.AcquiredNumbers;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.stereotype.Component;

/**
 * The municipality's side of 「機関別符号」 (T:2143): the 符号取得要求ファイル is prepared by a batch and kept at
 * the 医療保険者等向け中間サーバー等; a person starts the acquisition at the terminal.
 */
@Component
final class PrepareCodeRequest {
  private final InsuredPersons persons;
  private final Systems systems;

  PrepareCodeRequest(InsuredPersons persons, Systems systems) {
    this.persons = persons;
    this.systems = systems;
  }

  /**
   * Prepares a file of insured persons whose 処理通番 the hub has.
   *
   * @param positions whom
   * @param preparedBy user, may be a program
   * @return the persons in the file; nothing is sent when there are none
   */
  List<InsuredNumber> prepare(
      String place, String fileName, String preparedBy, List<Integer> positions) {
    List<InsuredPerson> insured =
        persons.of(place).stream()
            .filter(InsuredPerson::isInsured)
            .filter(person -> positions.contains(person.position()))
            .toList();
    Map<AddresseeNumber, ProcessingNumber> numbers =
        systems
            .send(
                insurance(place),
                new CountrySystem(SystemKind.ADDRESSEE_HUB, place),
                AcquiredNumbers.MESSAGE,
                new AcquiredNumbers(insured.stream().map(PrepareCodeRequest::addressee).toList()),
                AcquiredNumbers.Reply.class)
            .numbers()
            .stream()
            .collect(toMap(AcquiredNumbers.Number::addressee, AcquiredNumbers.Number::number));
    List<CodeRequestFile.Line> lines =
        insured.stream()
            .flatMap(
                person ->
                    Optional.ofNullable(numbers.get(addressee(person)))
                        .map(
                            number ->
                                new CodeRequestFile.Line(person.qualification().insured(), number))
                        .stream())
            .toList();
    if (!lines.isEmpty()) {
      send(
          place,
          CodeRequestFile.MESSAGE,
          new CodeRequestFile(place, fileName, preparedBy, lines),
          CodeRequestFile.Kept.class);
    }
    return lines.stream().map(CodeRequestFile.Line::insured).toList();
  }

  /**
   * Starts the acquisition.
   *
   * @param startedBy the person who does
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NO_PERSON when it is none, or who
   *     prepared the file
   */
  LinkageCodeFile start(String place, String fileName, String startedBy) {
    return send(
        place,
        StartAcquisition.MESSAGE,
        new StartAcquisition(place, fileName, startedBy),
        LinkageCodeFile.class);
  }

  /** 資格履歴 of a person in the partition of the municipality. */
  QualificationHistory history(InsuredNumber insured) {
    return send(
        insured.municipality(),
        HistoryQuery.MESSAGE,
        new HistoryQuery(insured.municipality(), insured),
        QualificationHistory.class);
  }

  private <R> R send(String place, String message, Object body, Class<R> type) {
    return systems.send(
        insurance(place), CountrySystem.only(SystemKind.INSURER_SERVER), message, body, type);
  }

  private static AddresseeNumber addressee(InsuredPerson person) {
    return BusinessSystem.HEALTH_INSURANCE.ofResident(person.position());
  }

  private static CountrySystem insurance(String place) {
    return new CountrySystem(SystemKind.HEALTH_INSURANCE, place);
  }
}
