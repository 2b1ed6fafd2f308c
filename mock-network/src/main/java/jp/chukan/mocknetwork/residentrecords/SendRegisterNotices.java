package jp.chukan.mocknetwork.residentrecords;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.specialmovein.DepartureCertificate;
import org.springframework.stereotype.Component;

/**
 * What else an event sends into the register network: 転出証明書情報 of those who leave for another
 * municipality of the country, and 送付先情報 of those who get a first card, the newborn and whoever
 * comes from abroad.
 */
@Component
final class SendRegisterNotices implements EventFollower {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final KeptMessages messages;
  private final Systems systems;
  private final ResidentRegisters registers;

  SendRegisterNotices(KeptMessages messages, Systems systems, ResidentRegisters registers) {
    this.messages = messages;
    this.systems = systems;
    this.registers = registers;
  }

  /** Follows 本人確認情報 of the same event, which the receivers need first. */
  @Override
  public void follow(
      InstitutionCode municipality, ResidentEvent event, List<Resident> changed, int number) {
    String place = ResidentRegisters.place(municipality);
    LocalDate day = LocalDate.ofInstant(event.at(), JAPAN);
    switch (event) {
      case ResidentEvent.MoveOut(var persons, var to, var at) ->
          certificates(place, to, day, persons, changed);
      case ResidentEvent.Birth birth ->
          destinations(registers.of(municipality).municipality(), day, changed, number);
      case ResidentEvent.MoveIn moveIn when moveIn.from().isEmpty() ->
          destinations(registers.of(municipality).municipality(), day, changed, number);
      case ResidentEvent.MoveIn moveIn -> {}
      case ResidentEvent.MoveWithin moveWithin -> {}
      case ResidentEvent.LeaveTheCountry leave -> {}
      case ResidentEvent.Death death -> {}
      case ResidentEvent.Correction correction -> {}
      case ResidentEvent.ResidenceChange change -> {}
      case ResidentEvent.Naturalisation naturalisation -> {}
      case ResidentEvent.HeadChange headChange -> {}
      case ResidentEvent.Support support -> {}
    }
  }

  private void certificates(
      String place, String to, LocalDate day, List<Integer> persons, List<Resident> changed) {
    if (to.equals(place)
        || !systems
            .of(SystemKind.MUNICIPAL_SERVER)
            .contains(new CountrySystem(SystemKind.MUNICIPAL_SERVER, to))) {
      return;
    }
    Set<Integer> leaving = Set.copyOf(persons);
    changed.stream()
        .filter(resident -> leaving.contains(resident.index()))
        .map(
            resident ->
                new DepartureCertificate(
                    resident.recordCode(),
                    resident.individualNumber(),
                    resident.basicInformation(),
                    resident.nationality(),
                    category(resident),
                    relationship(resident.householdInformation()),
                    place,
                    to,
                    day))
        .forEach(certificate -> keep(place, DepartureCertificate.MESSAGE, certificate));
  }

  private static Optional<LegalCategory> category(Resident resident) {
    return resident.particulars().foreigner().map(Particulars.Foreigner::category);
  }

  private static Optional<String> relationship(HouseholdInformation information) {
    return switch (information) {
      case HouseholdInformation.Head() -> Optional.empty();
      case HouseholdInformation.Member(var headName, var relationship) -> Optional.of(relationship);
    };
  }

  private void destinations(
      Institution municipality, LocalDate day, List<Resident> changed, int number) {
    String place = municipality.localGovernment();
    for (int nth = 0; nth < changed.size(); nth++) {
      Resident resident = changed.get(nth);
      BasicInformation person = resident.basicInformation();
      keep(
          place,
          CardDestination.MESSAGE,
          new CardDestination(
              "%s%07d%03d".formatted(place, number, nth),
              new CardDestination.Delivery(person.name(), person.address()),
              new CardDestination.Office(place, municipality.name(), municipality.name() + "市民窓口課"),
              resident.recordCode(),
              resident.individualNumber(),
              person,
              category(resident).flatMap(LegalCategory::expiresOn),
              day));
    }
  }

  private void keep(String place, String message, Object body) {
    messages.keep(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
        message,
        body);
  }
}
