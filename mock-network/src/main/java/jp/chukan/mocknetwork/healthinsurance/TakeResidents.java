package jp.chukan.mocknetwork.healthinsurance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.municipality.AddresseeEntries;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies.Renewed;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「異動通知」 at the 国民健康保険システム: the copy of the resident is renewed, 資格 follows it, and whoever is
 * insured is entered at the 宛名管理システム and told to the prefecture (T:2131).
 */
@Component("takeResidentsOfHealthInsurance")
final class TakeResidents {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final InsuredResidents residents;
  private final InsuredPersons persons;
  private final DecideQualification qualification;
  private final SendMemberships memberships;
  private final KeptMessages messages;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeResidents(
      InsuredResidents residents,
      InsuredPersons persons,
      DecideQualification qualification,
      SendMemberships memberships,
      KeptMessages messages,
      TransactionOperations transaction,
      InstantSource clock) {
    this.residents = residents;
    this.persons = persons;
    this.qualification = qualification;
    this.memberships = memberships;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes notices of one municipality, all or none.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NUMBER_OF_ANOTHER when a position
   *     belongs to somebody else
   */
  ResidentNotices.Taken take(String place, ResidentNotices notices) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              persons.lock(place);
              List<ResidentNotice> renewed =
                  residents.at(place).take(place, notices.residents()).stream()
                      .map(Renewed::now)
                      .toList();
              decide(place, renewed, LocalDate.ofInstant(clock.instant(), JAPAN));
              return new ResidentNotices.Taken(renewed.size());
            }));
  }

  /**
   * 「年齢到達」: whoever turns 75 by a day goes over to 後期高齢者医療. The same day again changes nothing.
   *
   * @return how many changed
   */
  int closeDay(String place, LocalDate day) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              persons.lock(place);
              return decide(
                  place,
                  residents.at(place).of(place).stream().filter(ResidentNotice::isPresent).toList(),
                  day);
            }));
  }

  private int decide(String place, List<ResidentNotice> about, LocalDate day) {
    List<InsuredPerson> changed = new ArrayList<>();
    List<AddresseeEntries.Entry> entries = new ArrayList<>();
    for (ResidentNotice resident : about) {
      qualification
          .decide(place, resident, day)
          .ifPresent(
              insured -> {
                changed.add(insured);
                if (insured.isInsured()) {
                  entries.add(entry(resident));
                }
              });
    }
    enter(place, entries);
    memberships.keep(place, changed);
    return changed.size();
  }

  /** Enters persons at the hub of the municipality, in the open transaction. */
  void enter(String place, List<AddresseeEntries.Entry> entries) {
    if (!entries.isEmpty()) {
      messages.keep(
          new CountrySystem(SystemKind.HEALTH_INSURANCE, place),
          new CountrySystem(SystemKind.ADDRESSEE_HUB, place),
          AddresseeEntries.MESSAGE,
          new AddresseeEntries(entries));
    }
  }

  static AddresseeEntries.Entry entry(ResidentNotice resident) {
    return new AddresseeEntries.Entry(
        BusinessSystem.HEALTH_INSURANCE.ofResident(resident.position()),
        resident.individualNumber(),
        resident.person());
  }
}
