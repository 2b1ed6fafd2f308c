package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.specialmovein.DepartureCertificate;
import jp.chukan.mocknetwork.specialmovein.DepartureQuery;
import org.springframework.stereotype.Component;

/**
 * 「特例転入」: who moves in shows a card instead of a 転出証明書; its content comes over the 市町村CS, once
 * (住民基本台帳法第24条の2).
 */
@Component
public final class SpecialMoveIn {
  private final Systems systems;
  private final TakeEvent events;

  SpecialMoveIn(Systems systems, TakeEvent events) {
    this.systems = systems;
    this.events = events;
  }

  /**
   * Fetches the certificates and takes the 転入.
   *
   * @param persons who move in together
   * @param address the new one
   * @throws jp.chukan.mocknetwork.link.RefusedCallException UNKNOWN when somebody's certificate is
   *     not there or was fetched before, FORBIDDEN_SENDER when it is for another municipality
   * @throws IllegalArgumentException when somebody lives here already
   */
  public TakeEvent.Taken moveIn(
      InstitutionCode municipality,
      List<ResidentRecordCode> persons,
      String address,
      Occasion occasion,
      Instant at) {
    List<DepartureCertificate> certificates = new ArrayList<>();
    for (ResidentRecordCode person : persons) {
      certificates.add(fetch(municipality, person, occasion));
    }
    // who was head before stays head
    certificates.sort((one, other) -> Boolean.compare(isMember(one), isMember(other)));
    DepartureCertificate head = certificates.getFirst();
    List<NewResident> newcomers =
        certificates.stream()
            .map(
                certificate ->
                    new NewResident(
                        certificate.individualNumber(),
                        certificate.recordCode(),
                        at(certificate.person(), address),
                        certificate.nationality(),
                        certificate.equals(head)
                            ? new HouseholdInformation.Head()
                            : new HouseholdInformation.Member(
                                head.person().name(), relationship(certificate, head)),
                        certificate.category(),
                        Optional.of(certificate.person().address())))
            .toList();
    return events.take(municipality, new ResidentEvent.MoveIn(newcomers, head.from(), at));
  }

  private DepartureCertificate fetch(
      InstitutionCode municipality, ResidentRecordCode person, Occasion occasion) {
    String place = ResidentRegisters.place(municipality);
    return systems.send(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
        DepartureQuery.MESSAGE,
        new DepartureQuery(place, occasion, person),
        DepartureCertificate.class);
  }

  private static boolean isMember(DepartureCertificate certificate) {
    return certificate.relationship().isPresent();
  }

  /** What a person was of the head before holds under the same head only. */
  private static String relationship(DepartureCertificate member, DepartureCertificate head) {
    return isMember(head) ? "縁故者" : member.relationship().orElse("同居人");
  }

  private static BasicInformation at(BasicInformation person, String address) {
    return new BasicInformation(person.name(), address, person.birthDate(), person.sex());
  }
}
