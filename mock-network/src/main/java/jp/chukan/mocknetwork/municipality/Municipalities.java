package jp.chukan.mocknetwork.municipality;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.municipality.Acquisitions.Acquisition;
import jp.chukan.mocknetwork.municipality.SendNumbersToRegisterNetwork.Numbered;
import org.springframework.stereotype.Component;

/** The served municipalities: each has a register of its own, and all use the same kind of hub. */
@Component
public final class Municipalities {
  private final Map<InstitutionCode, ResidentRegister> registers = new LinkedHashMap<>();
  private final AddresseeHub hub;
  private final RequestLinkageCodes linkageCodes;
  private final SendNumbersToRegisterNetwork registerNetwork;
  private final SubmitReplicas replicas;
  private final Acquisitions acquisitions;
  private final HouseholdChanges changes;
  private final InstantSource clock;

  Municipalities(
      InstitutionDirectory institutions,
      AddresseeHub hub,
      RequestLinkageCodes linkageCodes,
      SendNumbersToRegisterNetwork registerNetwork,
      SubmitReplicas replicas,
      Acquisitions acquisitions,
      HouseholdChanges changes,
      InstantSource clock) {
    this.hub = hub;
    this.linkageCodes = linkageCodes;
    this.registerNetwork = registerNetwork;
    this.replicas = replicas;
    this.acquisitions = acquisitions;
    this.changes = changes;
    this.clock = clock;
    for (Institution institution : institutions.withRole(InstitutionRole.SERVED)) {
      var register = new ResidentRegister(institution);
      changes
          .of(institution.code())
          .forEach(change -> register.makeHead(change.head(), change.at()));
      registers.put(institution.code(), register);
    }
  }

  /** Counts of one run over residents. */
  public record Counts(int accepted, int refused) {}

  /**
   * Residents of a municipality by their position.
   *
   * @throws IllegalArgumentException when there is no such municipality or position
   */
  public List<Resident> residents(InstitutionCode institution, int from, int to) {
    return register(institution).residents(from, to);
  }

  public Resident resident(InstitutionCode institution, int index) {
    return register(institution).resident(index);
  }

  /** 「団体内統合宛名番号」 of a resident, empty before the first entry at the hub. */
  public Optional<UnifiedAddresseeNumber> unifiedNumber(
      InstitutionCode institution, Resident resident) {
    AddresseeNumber number = resident.addresseeNumber();
    return Optional.ofNullable(
        hub.resolve(institution, BusinessSystem.RESIDENT_RECORDS, List.of(number)).get(number));
  }

  /**
   * Acquires 「符号」 for residents: entry at the hub, request to the server, and the numbers that it
   * gives through the resident-register network to the core.
   */
  public Counts acquireLinkageCodes(InstitutionCode institution, int from, int to) {
    List<Resident> residents = residents(institution, from, to);
    List<UnifiedAddresseeNumber> addressees = enter(institution, residents);
    Map<UnifiedAddresseeNumber, Resident> byNumber = new LinkedHashMap<>();
    for (int i = 0; i < residents.size(); i++) {
      byNumber.put(addressees.get(i), residents.get(i));
    }
    int accepted = 0;
    List<Numbered> toCarry = new ArrayList<>();
    for (Acquisition acquisition : linkageCodes.request(institution, addressees)) {
      ProcessingNumber number = acquisition.processingNumber();
      if (number == null) {
        continue;
      }
      accepted++;
      if (!acquisition.carried()) {
        Resident resident = Objects.requireNonNull(byNumber.get(acquisition.addressee()));
        toCarry.add(new Numbered(number, resident.recordCode()));
      }
    }
    registerNetwork.send(institution, toCarry);
    return new Counts(accepted, residents.size() - accepted);
  }

  /** How many numbers of the municipality went through the resident-register network. */
  public int carriedNumbers(InstitutionCode institution) {
    register(institution);
    return acquisitions.carriedFor(institution);
  }

  /** Registers the 「世帯情報」 of residents as 「副本」, through the hub (MS-58). */
  public Counts registerReplicas(InstitutionCode institution, int from, int to) {
    List<Resident> residents = residents(institution, from, to);
    enter(institution, residents);
    return replicas.submit(
        institution,
        BusinessSystem.RESIDENT_RECORDS,
        residents.stream().map(Municipalities::submission).toList());
  }

  /** 「世帯主変更」: the whole household goes to the server at once (MS-59). */
  public Counts makeHead(InstitutionCode institution, int index) {
    ResidentRegister register = register(institution);
    Instant now = clock.instant();
    List<Resident> changed;
    synchronized (register) {
      changed = register.makeHead(index, now);
      changes.keep(institution, index, now);
    }
    enter(institution, changed);
    return replicas.submit(
        institution,
        BusinessSystem.RESIDENT_RECORDS,
        changed.stream().map(Municipalities::submission).toList());
  }

  private List<UnifiedAddresseeNumber> enter(
      InstitutionCode institution, List<Resident> residents) {
    return hub.enter(
        institution,
        BusinessSystem.RESIDENT_RECORDS,
        residents.stream()
            .map(
                resident ->
                    new AddresseeHub.Entry(
                        resident.addresseeNumber(),
                        resident.individualNumber(),
                        resident.basicInformation()))
            .toList());
  }

  private static SubmitReplicas.Submission submission(Resident resident) {
    return new SubmitReplicas.Submission(
        resident.addresseeNumber(),
        resident.householdInformation(),
        resident.underSupport(),
        resident.updatedAt());
  }

  private ResidentRegister register(InstitutionCode institution) {
    ResidentRegister register = registers.get(institution);
    if (register == null) {
      throw new IllegalArgumentException("no served municipality " + institution);
    }
    return register;
  }
}
