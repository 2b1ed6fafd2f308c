package jp.chukan.mocknetwork.supplementrecipient;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementBulkProvision;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementProvision;
import org.springframework.stereotype.Component;

/** An executive body is provided with 附票本人確認情報, with and without the 個人番号, one person and many. */
@Component
final class SupplementProvisionScene implements Scene {
  private static final int MANY = 20;
  private static final Purpose WITH_NUMBER = new Purpose("BODY0001", "K01");
  private static final Purpose WITHOUT_NUMBER = new Purpose("BODY0002", "K03");
  private static final Purpose NO_AFFAIR = new Purpose("BODY0003", "K99");
  private static final SupplementConditions NOBODY =
      SupplementConditions.of(new ResidentRecordCode("99999999999"));

  private final ResidentRegisters registers;
  private final AskForSupplements asking;

  SupplementProvisionScene(ResidentRegisters registers, AskForSupplements asking) {
    this.registers = registers;
    this.asking = asking;
  }

  @Override
  public SystemKind system() {
    return SystemKind.SUPPLEMENT_PREFECTURAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(10, 10);
  }

  @Override
  public String title() {
    return "附票本人確認情報を都道府県の他の執行機関に提供し、認められた事務にだけ個人番号を添える";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    InstitutionCode municipality = registers.municipalities().getFirst();
    String prefecture = registers.of(municipality).municipality().localGovernment().substring(0, 2);
    List<Resident> settled =
        registers.of(municipality).everybody().stream()
            .filter(one -> one.residence().isPresent())
            .filter(one -> one.nationality().equals(Resident.JAPANESE))
            .sorted(comparing(Resident::updatedAt).thenComparing(Resident::index))
            .limit(MANY)
            .toList();
    one(prefecture, settled.getFirst());
    many(prefecture, settled);
    return refusals(prefecture, settled.getFirst());
  }

  private void one(String prefecture, Resident person) {
    var conditions = SupplementConditions.of(person.recordCode());
    AskForSupplements.Answer with = asking.ask(prefecture, WITH_NUMBER, conditions, true);
    requireSame(person, with);
    if (!with.individualNumber().equals(Optional.of(person.individualNumber()))) {
      throw new SceneFailedException("the provided 個人番号 is not that of the 住民票");
    }
    AskForSupplements.Answer without = asking.ask(prefecture, WITHOUT_NUMBER, conditions, false);
    requireSame(person, without);
    if (without.individualNumber().isPresent()) {
      throw new SceneFailedException("a 個人番号 was provided that nobody asked for");
    }
  }

  private void many(String prefecture, List<Resident> persons) {
    List<SupplementConditions> asked = new ArrayList<>();
    persons.forEach(person -> asked.add(SupplementConditions.of(person.recordCode())));
    asked.add(NOBODY);
    List<AskForSupplements.AnswerLine> lines = asking.askMany(prefecture, WITH_NUMBER, asked, true);
    for (int n = 0; n < persons.size(); n++) {
      AskForSupplements.Answer answer =
          lines
              .get(n)
              .answer()
              .orElseThrow(() -> new SceneFailedException("a line of a file is not answered"));
      requireSame(persons.get(n), answer);
      if (!answer.individualNumber().equals(Optional.of(persons.get(n).individualNumber()))) {
        throw new SceneFailedException("a file has the 個人番号 of another");
      }
    }
    if (!lines.getLast().fault().equals(Optional.of(Fault.UNKNOWN))) {
      throw new SceneFailedException("a file answers about nobody");
    }
  }

  private List<ProvokedRefusal> refusals(String prefecture, Resident person) {
    var server = new CountrySystem(SystemKind.SUPPLEMENT_PREFECTURAL_SERVER, prefecture);
    var conditions = SupplementConditions.of(person.recordCode());
    return List.of(
        Provoking.refusal(
            server,
            SupplementProvision.MESSAGE,
            Fault.FORBIDDEN_AFFAIR,
            () -> asking.ask(prefecture, NO_AFFAIR, conditions, false)),
        Provoking.refusal(
            server,
            SupplementProvision.MESSAGE,
            Fault.FORBIDDEN_AFFAIR,
            () -> asking.ask(prefecture, WITHOUT_NUMBER, conditions, true)),
        Provoking.refusal(
            server,
            SupplementProvision.MESSAGE,
            Fault.UNKNOWN,
            () -> asking.ask(prefecture, WITH_NUMBER, NOBODY, true)),
        Provoking.refusal(
            server,
            SupplementProvision.MESSAGE,
            Fault.TOO_FEW_CONDITIONS,
            () -> asking.ask(prefecture, WITH_NUMBER, nameOnly(person), false)),
        Provoking.refusal(
            server,
            SupplementBulkProvision.MESSAGE,
            Fault.FORBIDDEN_AFFAIR,
            () -> asking.askMany(prefecture, NO_AFFAIR, List.of(conditions), false)));
  }

  private static SupplementConditions nameOnly(Resident person) {
    return new SupplementConditions(
        Optional.empty(),
        Optional.of(person.basicInformation().name()),
        Optional.empty(),
        Optional.empty(),
        Optional.of(person.basicInformation().sex()));
  }

  private static void requireSame(Resident person, AskForSupplements.Answer answer) {
    var information = answer.information();
    if (!information.recordCode().equals(person.recordCode())
        || !information.name().equals(person.basicInformation().name())
        || !information.address().equals(Optional.of(person.basicInformation().address()))) {
      throw new SceneFailedException("a provided 附票 does not say what the 住民票 does");
    }
  }
}
