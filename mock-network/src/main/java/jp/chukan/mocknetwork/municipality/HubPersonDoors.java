package jp.chukan.mocknetwork.municipality;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.municipality.Acquisitions.Acquisition;
import org.springframework.stereotype.Component;

/** Where the 国民健康保険システム enters persons at the hub, and asks for their 処理通番. */
@Component
final class HubPersonDoors {
  private static final BusinessSystem SYSTEM = BusinessSystem.HEALTH_INSURANCE;

  private final AddresseeHub hub;
  private final Acquisitions acquisitions;

  HubPersonDoors(
      Systems systems,
      InstitutionDirectory institutions,
      AddresseeHub hub,
      Acquisitions acquisitions) {
    this.hub = hub;
    this.acquisitions = acquisitions;
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.ADDRESSEE_HUB, served.localGovernment()))
          .takes(
              AddresseeEntries.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              AddresseeEntries.class,
              (from, entries) -> enter(served.code(), entries))
          .takes(
              AcquiredNumbers.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              AcquiredNumbers.class,
              (from, wanted) -> numbers(served.code(), wanted));
    }
  }

  private AddresseeEntries.Entered enter(InstitutionCode municipality, AddresseeEntries entries) {
    try {
      return new AddresseeEntries.Entered(
          hub.enter(
                  municipality,
                  SYSTEM,
                  entries.entries().stream()
                      .map(
                          entry ->
                              new AddresseeHub.Entry(
                                  entry.addresseeNumber(),
                                  entry.individualNumber(),
                                  entry.person()))
                      .toList())
              .size());
    } catch (IllegalArgumentException anotherPerson) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "addresseeNumber");
    }
  }

  private AcquiredNumbers.Reply numbers(InstitutionCode municipality, AcquiredNumbers wanted) {
    Map<AddresseeNumber, UnifiedAddresseeNumber> known =
        hub.resolve(municipality, SYSTEM, wanted.addressees());
    Map<UnifiedAddresseeNumber, Acquisition> acquired =
        acquisitions.find(municipality, List.copyOf(known.values())).stream()
            .collect(toMap(Acquisition::addressee, identity()));
    return new AcquiredNumbers.Reply(
        wanted.addressees().stream()
            .flatMap(
                addressee ->
                    Optional.ofNullable(known.get(addressee))
                        .flatMap(unified -> Optional.ofNullable(acquired.get(unified)))
                        .filter(Acquisition::carried)
                        .flatMap(one -> Optional.ofNullable(one.processingNumber()))
                        .map(number -> new AcquiredNumbers.Number(addressee, number))
                        .stream())
            .toList());
  }
}
