package jp.chukan.mocknetwork.municipality;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.replica.ReplicaUpdate;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import org.springframework.stereotype.Component;

/** Where business systems reach the 宛名管理システム of their municipality (T:2100). */
@Component
final class HubDoors {
  private static final Map<SystemKind, BusinessSystem> BUSINESS_SYSTEMS =
      Map.of(
          SystemKind.RESIDENT_RECORDS, BusinessSystem.RESIDENT_RECORDS,
          SystemKind.TAX, BusinessSystem.TAX,
          SystemKind.HEALTH_INSURANCE, BusinessSystem.HEALTH_INSURANCE);

  private final AddresseeHub hub;
  private final SubmitReplicas replicas;

  HubDoors(
      Systems systems,
      InstitutionDirectory institutions,
      AddresseeHub hub,
      SubmitReplicas replicas) {
    this.hub = hub;
    this.replicas = replicas;
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.ADDRESSEE_HUB, served.localGovernment()))
          .takes(
              "replicas",
              BUSINESS_SYSTEMS.keySet(),
              ReplicaUpdates.class,
              (from, updates) -> take(served.code(), businessSystem(from), updates.updates()));
    }
  }

  private static BusinessSystem businessSystem(CountrySystem from) {
    BusinessSystem system = BUSINESS_SYSTEMS.get(from.kind());
    if (system == null) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "replicas");
    }
    return system;
  }

  private ReplicaUpdates.Counts take(
      InstitutionCode municipality, BusinessSystem system, List<ReplicaUpdate> updates) {
    try {
      hub.enter(
          municipality,
          system,
          updates.stream()
              .map(
                  update ->
                      new AddresseeHub.Entry(
                          update.addresseeNumber(), update.individualNumber(), update.person()))
              .toList());
    } catch (IllegalArgumentException anotherPerson) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "addresseeNumber");
    }
    if (system == BusinessSystem.RESIDENT_RECORDS) {
      updates.forEach(
          update -> hub.renew(municipality, update.individualNumber(), update.person()));
    }
    try {
      Municipalities.Counts counts =
          replicas.submit(
              municipality,
              system,
              updates.stream()
                  .map(
                      update ->
                          new SubmitReplicas.Submission(
                              update.addresseeNumber(),
                              update.content(),
                              update.underSupport(),
                              update.updatedAt()))
                  .toList());
      return new ReplicaUpdates.Counts(counts.accepted(), counts.refused());
    } catch (GatewayUnreachableException later) {
      throw new RefusedCallException(Fault.NOT_READY, "replicas");
    }
  }
}
