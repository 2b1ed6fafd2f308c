package jp.chukan.mocknetwork.supplementserver;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementNotice;
import jp.chukan.mocknetwork.supplement.SupplementState;
import org.springframework.stereotype.Component;

/**
 * Changes that no server of 附票 may take (JN-04, JN-05, JN-08, JN-09), and what has passed its time
 * (JN-32).
 */
@Component
final class UpdateScene implements Scene {
  private static final ResidentRecordCode NOBODY = new ResidentRecordCode("99999999999");

  private final Systems systems;
  private final SupplementServers servers;
  private final SettledResidents residents;
  private final RemoveEndedSupplements removal;

  UpdateScene(
      Systems systems,
      SupplementServers servers,
      SettledResidents residents,
      RemoveEndedSupplements removal) {
    this.systems = systems;
    this.servers = servers;
    this.residents = residents;
    this.removal = removal;
  }

  @Override
  public SystemKind system() {
    return SystemKind.SUPPLEMENT_PREFECTURAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(9, 20);
  }

  @Override
  public String title() {
    return "附票本人確認情報の更新で、論理チェックに反する通知を断る";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    SupplementRecords records = servers.recordsOf(residents.prefecturalServer());
    ResidentRecordCode code = residents.one().recordCode();
    SupplementChange known =
        records
            .current(code, residents.place())
            .orElseThrow(() -> new SceneFailedException("a resident has no 附票"));
    List<SupplementChange> before = records.history(code);
    List<ProvokedRefusal> refusals = refusals(known);
    if (!records.history(code).equals(before)) {
      throw new SceneFailedException("a refused change was kept");
    }
    removal.remove(now);
    if (!records.history(code).equals(before)) {
      throw new SceneFailedException("a 附票 was removed before its time");
    }
    return refusals;
  }

  private List<ProvokedRefusal> refusals(SupplementChange known) {
    SupplementInformation now = known.information();
    int next = known.version() + 1_000_000;
    String place = residents.place();
    CountrySystem sender = residents.municipalServer();
    CountrySystem receiver = residents.prefecturalServer();
    var changed = new Altered(now);
    return List.of(
        refused(sender, receiver, Fault.SUPERSEDED, known),
        refused(
            sender,
            receiver,
            Fault.ALREADY_PRESENT,
            new SupplementChange(
                changed.with(now.recordCode(), now.name(), place, SupplementNotice.ENTERED), next)),
        refused(
            sender,
            receiver,
            Fault.CHANGES_TOO_MUCH,
            new SupplementChange(
                changed.with(now.recordCode(), "架空 別人", place, SupplementNotice.MOVED), next)),
        refused(
            sender,
            receiver,
            Fault.UNKNOWN,
            new SupplementChange(
                changed.with(NOBODY, now.name(), place, SupplementNotice.MOVED), next)),
        refused(
            sender,
            receiver,
            Fault.FORBIDDEN_SENDER,
            new SupplementChange(
                changed.with(
                    now.recordCode(), now.name(), residents.otherPlace(), SupplementNotice.MOVED),
                next)),
        refused(
            receiver,
            SupplementServers.NATIONAL,
            Fault.FORBIDDEN_SENDER,
            new SupplementChange(
                changed.with(
                    now.recordCode(), now.name(), residents.otherPlace(), SupplementNotice.MOVED),
                next)),
        refused(
            sender,
            receiver,
            Fault.MALFORMED,
            Map.of("information", now, "version", next, "individualNumber", "000000000000")));
  }

  private ProvokedRefusal refused(
      CountrySystem from, CountrySystem to, Fault fault, Object change) {
    return Provoking.refusal(
        to,
        SupplementChange.MESSAGE,
        fault,
        () ->
            systems.send(from, to, SupplementChange.MESSAGE, change, SupplementChange.Taken.class));
  }

  /** A 附票 that says something else than it may. */
  private record Altered(SupplementInformation now) {
    SupplementInformation with(
        ResidentRecordCode code, String name, String municipality, SupplementNotice notice) {
      return new SupplementInformation(
          code,
          name,
          SupplementInformation.externalIn(name),
          now.nameReading(),
          now.birthDate(),
          now.sex(),
          Optional.of(municipality),
          now.address(),
          now.addressExternalCharacters(),
          Optional.empty(),
          0,
          now.changedOn(),
          Optional.empty(),
          municipality,
          SupplementState.IN_JAPAN,
          now.externalCharacters(),
          now.externalPatterns(),
          notice);
    }
  }
}
