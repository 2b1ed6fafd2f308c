package jp.chukan.mocknetwork.supplementserver;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import jp.chukan.mocknetwork.supplement.Purpose;
import jp.chukan.mocknetwork.supplement.SupplementConditions;
import jp.chukan.mocknetwork.supplement.SupplementDisclosure;
import jp.chukan.mocknetwork.supplement.SupplementSearch;
import org.springframework.stereotype.Component;

/** Search at the 附票都道府県サーバ, inquiry to the 附票全国サーバ, and 開示 to the person. */
@Component
final class SearchScene implements Scene {
  private static final Purpose PURPOSE = new Purpose("BODY0004", "K03");
  private static final Purpose NO_AFFAIR = new Purpose("BODY0005", "K99");
  private static final String CLERK = "CLERK0001";

  private final Systems systems;
  private final SettledResidents residents;
  private final SupplementUses uses;

  SearchScene(Systems systems, SettledResidents residents, SupplementUses uses) {
    this.systems = systems;
    this.residents = residents;
    this.uses = uses;
  }

  @Override
  public SystemKind system() {
    return SystemKind.SUPPLEMENT_NATIONAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 30);
  }

  @Override
  public String title() {
    return "附票本人確認情報を検索し、附票全国サーバに照会し、本人に開示する";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    Resident resident = residents.one();
    BasicInformation person = resident.basicInformation();
    int recorded = recorded(resident.recordCode());
    for (String message : List.of(SupplementSearch.MESSAGE, SupplementSearch.INQUIRY)) {
      requireFound(
          resident,
          ask(message, PURPOSE, SupplementConditions.of(person.name(), person.birthDate())));
      requireFound(
          resident,
          ask(message, PURPOSE, SupplementConditions.of(person.name(), person.address())));
    }
    String form = print(resident.recordCode(), person).form();
    if (!form.contains(person.name()) || !form.contains(person.address())) {
      throw new SceneFailedException("what is disclosed is not what the 住民票 says");
    }
    List<ProvokedRefusal> refusals = refusals(resident, person);
    // two searches, two inquiries, one disclosure, and the disclosure that was refused
    if (recorded(resident.recordCode()) != recorded + 6) {
      throw new SceneFailedException("not every output was recorded");
    }
    return refusals;
  }

  private int recorded(ResidentRecordCode code) {
    return uses.about(residents.prefecturalServer(), code).size();
  }

  private List<ProvokedRefusal> refusals(Resident resident, BasicInformation person) {
    var nameOnly =
        new SupplementConditions(
            Optional.empty(),
            Optional.of(person.name()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(person.sex()));
    var enough = SupplementConditions.of(person.name(), person.birthDate());
    var another =
        new BasicInformation(
            person.name(), person.address(), person.birthDate().minusDays(1), person.sex());
    CountrySystem server = residents.prefecturalServer();
    return List.of(
        Provoking.refusal(
            server,
            SupplementSearch.MESSAGE,
            Fault.TOO_FEW_CONDITIONS,
            () -> ask(SupplementSearch.MESSAGE, PURPOSE, nameOnly)),
        Provoking.refusal(
            server,
            SupplementSearch.INQUIRY,
            Fault.TOO_FEW_CONDITIONS,
            () -> ask(SupplementSearch.INQUIRY, PURPOSE, nameOnly)),
        Provoking.refusal(
            server,
            SupplementSearch.MESSAGE,
            Fault.FORBIDDEN_AFFAIR,
            () -> ask(SupplementSearch.MESSAGE, NO_AFFAIR, enough)),
        Provoking.refusal(
            server,
            SupplementDisclosure.MESSAGE,
            Fault.UNKNOWN,
            () -> print(resident.recordCode(), another)));
  }

  private static void requireFound(Resident resident, SupplementSearch.Found found) {
    if (found.persons().stream().noneMatch(one -> one.recordCode().equals(resident.recordCode()))) {
      throw new SceneFailedException("a search does not find whom it is about");
    }
    if (found.persons().stream()
        .anyMatch(one -> !one.name().equals(resident.basicInformation().name()))) {
      throw new SceneFailedException("a search finds somebody else");
    }
  }

  private SupplementSearch.Found ask(
      String message, Purpose purpose, SupplementConditions conditions) {
    return systems.send(
        residents.executiveBody(),
        residents.prefecturalServer(),
        message,
        new SupplementSearch(purpose, conditions),
        SupplementSearch.Found.class);
  }

  private SupplementDisclosure.Printed print(ResidentRecordCode code, BasicInformation person) {
    return systems.send(
        residents.executiveBody(),
        residents.prefecturalServer(),
        SupplementDisclosure.MESSAGE,
        new SupplementDisclosure(CLERK, code, person.name(), person.birthDate()),
        SupplementDisclosure.Printed.class);
  }
}
