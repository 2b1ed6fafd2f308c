package jp.chukan.mocknetwork.residentrecords;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.replica.ReplicaUpdate;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends 世帯情報 to the 宛名管理システム, which registers it as 副本 (T:1325, MS-58, MS-59). */
@Component
final class SendHouseholds {
  private static final Logger log = LoggerFactory.getLogger(SendHouseholds.class);
  private static final String MESSAGE = "replicas";

  private final Systems systems;

  SendHouseholds(Systems systems) {
    this.systems = systems;
  }

  /**
   * Sends those of an event.
   *
   * @return what the hub said; empty when it did not answer
   */
  Optional<ReplicaUpdates.Counts> atOnce(InstitutionCode municipality, List<Resident> changed) {
    try {
      return Optional.of(send(municipality, changed));
    } catch (UnreachableSystemException later) {
      log.info("{} residents wait for the daily feed", changed.size());
      return Optional.empty();
    }
  }

  /**
   * Sends any.
   *
   * @throws UnreachableSystemException when the hub or the server does not answer
   */
  ReplicaUpdates.Counts send(InstitutionCode municipality, List<Resident> residents) {
    String place = ResidentRegisters.place(municipality);
    return systems.send(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        new CountrySystem(SystemKind.ADDRESSEE_HUB, place),
        MESSAGE,
        new ReplicaUpdates(latest(residents).stream().map(SendHouseholds::update).toList()),
        ReplicaUpdates.Counts.class);
  }

  /** One 副本 for each person: who came back, or became Japanese, has a later 住民票 that says it. */
  static List<Resident> latest(List<Resident> residents) {
    Map<IndividualNumber, Resident> latest = new LinkedHashMap<>();
    for (Resident resident : residents) {
      latest.merge(
          resident.individualNumber(),
          resident,
          (one, other) -> one.index() > other.index() ? one : other);
    }
    return List.copyOf(latest.values());
  }

  private static ReplicaUpdate update(Resident resident) {
    return ReplicaUpdate.of(
        resident.addresseeNumber(),
        resident.individualNumber(),
        resident.basicInformation(),
        resident.householdInformation(),
        resident.underSupport(),
        resident.updatedAt());
  }
}
