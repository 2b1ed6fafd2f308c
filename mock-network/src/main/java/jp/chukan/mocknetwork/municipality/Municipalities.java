package jp.chukan.mocknetwork.municipality;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.municipality.Acquisitions.Acquisition;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.replica.ReplicaContent;
import jp.chukan.mocknetwork.residentrecords.HandInNumbers;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import org.springframework.stereotype.Component;

/** The served municipalities: each has a register of its own, and all use the same kind of hub. */
@Component
public final class Municipalities {
  private final ResidentRegisters registers;
  private final TakeEvent events;
  private final AddresseeHub hub;
  private final RequestLinkageCodes linkageCodes;
  private final HandInNumbers registerNetwork;
  private final SubmitReplicas replicas;
  private final Acquisitions acquisitions;
  private final InstantSource clock;

  Municipalities(
      ResidentRegisters registers,
      TakeEvent events,
      AddresseeHub hub,
      RequestLinkageCodes linkageCodes,
      HandInNumbers registerNetwork,
      SubmitReplicas replicas,
      Acquisitions acquisitions,
      InstantSource clock) {
    this.registers = registers;
    this.events = events;
    this.hub = hub;
    this.linkageCodes = linkageCodes;
    this.registerNetwork = registerNetwork;
    this.replicas = replicas;
    this.acquisitions = acquisitions;
    this.clock = clock;
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

  /**
   * The persons whom a business system knows, by their position there. 税務 knows the residents of
   * the municipality before in the country's order as well: they own land here.
   *
   * @throws IllegalArgumentException when the business system does not reach that far
   */
  public List<Member> members(
      InstitutionCode institution, BusinessSystem system, int from, int to) {
    List<Resident> known = new ArrayList<>(register(institution).everybody());
    if (system == BusinessSystem.TAX) {
      known = new ArrayList<>(generated(register(institution)));
      known.addAll(generated(register(neighbour(institution))));
    }
    if (from < 0 || to < from || to > known.size()) {
      throw new IllegalArgumentException(system + " numbers 0 to " + (known.size() - 1));
    }
    List<Member> members = new ArrayList<>();
    for (int position = from; position < to; position++) {
      var number = new AddresseeNumber(String.valueOf(system.firstNumber() + position));
      members.add(new Member(position, number, known.get(position)));
    }
    return members;
  }

  private static List<Resident> generated(ResidentRegister register) {
    return register.residents(0, ResidentRegister.GENERATED);
  }

  private InstitutionCode neighbour(InstitutionCode institution) {
    List<InstitutionCode> order = registers.municipalities();
    return order.get((order.indexOf(institution) + order.size() - 1) % order.size());
  }

  /** 「団体内統合宛名番号」 of a resident, empty before the first entry at the hub. */
  public Optional<UnifiedAddresseeNumber> unifiedNumber(
      InstitutionCode institution, Resident resident) {
    AddresseeNumber number = resident.addresseeNumber();
    return Optional.ofNullable(
        hub.resolve(institution, BusinessSystem.RESIDENT_RECORDS, List.of(number)).get(number));
  }

  /** Enters persons of a business system at the hub; nothing changes for whoever is there. */
  public List<UnifiedAddresseeNumber> enter(
      InstitutionCode institution, BusinessSystem system, int from, int to) {
    return enter(institution, system, members(institution, system, from, to));
  }

  /**
   * Acquires 「符号」 for persons of a business system: entry at the hub, request to the server, and
   * the numbers that it gives through the resident-register network to the core.
   */
  public Counts acquireLinkageCodes(
      InstitutionCode institution, BusinessSystem system, int from, int to) {
    List<Member> members = members(institution, system, from, to);
    List<UnifiedAddresseeNumber> addressees = enter(institution, system, members);
    Map<UnifiedAddresseeNumber, Resident> byNumber = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      byNumber.put(addressees.get(i), members.get(i).resident());
    }
    int accepted = 0;
    Map<ProcessingNumber, ResidentRecordCode> toCarry = new LinkedHashMap<>();
    for (Acquisition acquisition : linkageCodes.request(institution, addressees)) {
      ProcessingNumber number = acquisition.processingNumber();
      if (number == null) {
        continue;
      }
      accepted++;
      if (!acquisition.carried()) {
        Resident resident = Objects.requireNonNull(byNumber.get(acquisition.addressee()));
        toCarry.put(number, resident.recordCode());
      }
    }
    registerNetwork.handIn(institution, toCarry);
    acquisitions.carried(List.copyOf(toCarry.keySet()), clock.instant());
    return new Counts(accepted, members.size() - accepted);
  }

  /** How many numbers of the municipality went through the resident-register network. */
  public int carriedNumbers(InstitutionCode institution) {
    register(institution);
    return acquisitions.carriedFor(institution);
  }

  /**
   * Registers what a business system holds as 「副本」, through the hub: 住民記録 the 「世帯情報」 (MS-58), 税務
   * the 「地方税関係情報」 (MS-60).
   *
   * @throws IllegalArgumentException when the business system registers nothing
   */
  public Counts registerReplicas(
      InstitutionCode institution, BusinessSystem system, int from, int to) {
    return register(
        institution,
        system,
        members(institution, system, from, to),
        resident -> content(institution, system, resident));
  }

  /**
   * Registers 「地方税関係情報」 of the residents that an answer of this size is made of.
   *
   * @throws IllegalArgumentException when the register does not reach that far
   */
  public Counts registerTaxInformation(
      InstitutionCode institution, ContentSize size, int from, int to) {
    return register(
        institution,
        BusinessSystem.TAX,
        members(institution, BusinessSystem.TAX, from, to),
        resident -> taxInformation(institution, size, resident));
  }

  /** What {@link #registerTaxInformation} registers about a resident. */
  public ReplicaContent taxInformation(
      InstitutionCode institution, ContentSize size, Resident resident) {
    return size.information(institution, resident);
  }

  /**
   * 「世帯主変更」: the whole household goes to the server at once (MS-59).
   *
   * @throws GatewayUnreachableException when the server did not take it; the daily feed brings it
   */
  public Counts makeHead(InstitutionCode institution, int index) {
    return events
        .take(institution, new ResidentEvent.HeadChange(index, clock.instant()))
        .replicas()
        .map(counts -> new Counts(counts.accepted(), counts.refused()))
        .orElseThrow(() -> new GatewayUnreachableException("replicas", null));
  }

  private Counts register(
      InstitutionCode institution,
      BusinessSystem system,
      List<Member> members,
      Function<Resident, ReplicaContent> content) {
    enter(institution, system, members);
    return replicas.submit(
        institution, system, members.stream().map(member -> submission(member, content)).toList());
  }

  private List<UnifiedAddresseeNumber> enter(
      InstitutionCode institution, BusinessSystem system, List<Member> members) {
    return hub.enter(
        institution,
        system,
        members.stream()
            .map(
                member ->
                    new AddresseeHub.Entry(
                        member.addresseeNumber(),
                        member.resident().individualNumber(),
                        member.resident().basicInformation()))
            .toList());
  }

  private static ReplicaContent content(
      InstitutionCode institution, BusinessSystem system, Resident resident) {
    return switch (system) {
      case RESIDENT_RECORDS -> resident.householdInformation();
      case TAX -> TaxInformation.of(institution, resident.individualNumber());
      case HEALTH_INSURANCE -> throw new IllegalArgumentException(system + " registers no 副本 here");
    };
  }

  private static SubmitReplicas.Submission submission(
      Member member, Function<Resident, ReplicaContent> content) {
    Resident resident = member.resident();
    return new SubmitReplicas.Submission(
        member.addresseeNumber(),
        content.apply(resident),
        resident.underSupport(),
        resident.updatedAt());
  }

  private ResidentRegister register(InstitutionCode institution) {
    return registers.of(institution);
  }
}
