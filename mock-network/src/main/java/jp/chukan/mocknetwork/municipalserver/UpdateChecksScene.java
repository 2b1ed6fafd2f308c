package jp.chukan.mocknetwork.municipalserver;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityLoad;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import org.springframework.stereotype.Component;

/** Every kind of 本人確認情報 that no 市町村CS may take, sent to one (JN-04, JN-06, JN-09, JN-39). */
@Component
final class UpdateChecksScene implements Scene {
  private final Systems systems;
  private final IdentityFiles files;

  UpdateChecksScene(Systems systems, IdentityFiles files) {
    this.systems = systems;
    this.files = files;
  }

  @Override
  public SystemKind system() {
    return SystemKind.MUNICIPAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(11, 20);
  }

  @Override
  public String title() {
    return "論理チェック:いる人の転入、住所以外の転居、消除の消除、別人の番号を断る";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    // where the scene of the 特例転入 made somebody leave
    CountrySystem server = systems.of(SystemKind.MUNICIPAL_SERVER).getFirst();
    List<IdentityInformation> known = files.of(server).newestOf(server.place());
    IdentityInformation here = any(known, one -> !one.reason().isRemoval());
    IdentityInformation gone = any(known, one -> one.reason().isRemoval());
    BasicInformation person = here.person();
    var renamed =
        new BasicInformation("改名 架空", person.address() + "2", person.birthDate(), person.sex());
    IndividualNumber another = gone.individualNumber();
    CountrySystem elsewhere = systems.of(SystemKind.MUNICIPAL_SERVER).getLast();
    return List.of(
        refused(server, Fault.ALREADY_PRESENT, change(here, ChangeReason.MOVED_IN, person)),
        refused(server, Fault.CHANGES_TOO_MUCH, change(here, ChangeReason.MOVED_WITHIN, renamed)),
        refused(server, Fault.ALREADY_REMOVED, change(gone, ChangeReason.DIED, gone.person())),
        refused(
            server,
            Fault.NUMBER_OF_ANOTHER,
            copy(here, another, here.municipality(), ChangeReason.CORRECTED, person)),
        refused(
            server,
            Fault.FORBIDDEN_SENDER,
            copy(
                here, here.individualNumber(), elsewhere.place(), ChangeReason.CORRECTED, person)));
  }

  private ProvokedRefusal refused(CountrySystem server, Fault fault, IdentityInformation change) {
    return Provoking.refusal(
        server,
        IdentityInformation.MESSAGE,
        fault,
        () ->
            systems.send(
                new CountrySystem(SystemKind.RESIDENT_RECORDS, server.place()),
                server,
                IdentityInformation.MESSAGE,
                change,
                IdentityLoad.Loaded.class));
  }

  private static IdentityInformation any(
      List<IdentityInformation> known, Predicate<IdentityInformation> which) {
    return known.stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new SceneFailedException("nobody to try it with"));
  }

  private static IdentityInformation change(
      IdentityInformation last, ChangeReason reason, BasicInformation person) {
    return copy(last, last.individualNumber(), last.municipality(), reason, person);
  }

  private static IdentityInformation copy(
      IdentityInformation last,
      IndividualNumber number,
      String municipality,
      ChangeReason reason,
      BasicInformation person) {
    return new IdentityInformation(
        last.recordCode(),
        number,
        person,
        municipality,
        reason,
        last.changedOn(),
        last.version() + 1);
  }
}
