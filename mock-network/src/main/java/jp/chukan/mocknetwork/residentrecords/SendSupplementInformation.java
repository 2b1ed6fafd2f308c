package jp.chukan.mocknetwork.residentrecords;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.maxBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters.Happened;
import jp.chukan.mocknetwork.supplement.SupplementChange;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplement.SupplementNotice;
import jp.chukan.mocknetwork.supplement.SupplementState;
import org.springframework.stereotype.Component;

/**
 * Sends 附票本人確認情報 of whoever an event is about to the 市町村CS (G:757). The 附票 is kept by this system
 * as well: of every Japanese who lives here, whose 本籍 is taken to be here. Foreigners have none.
 */
@Component
final class SendSupplementInformation {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final ResidentRegisters registers;
  private final KeptMessages messages;

  SendSupplementInformation(ResidentRegisters registers, KeptMessages messages) {
    this.registers = registers;
    this.messages = messages;
  }

  /** Keeps what is to be sent in the open transaction. */
  void keep(InstitutionCode municipality, ResidentEvent event, Happened happened) {
    String place = ResidentRegisters.place(municipality);
    SendIdentityInformation.reason(event)
        .ifPresent(
            reason -> {
              Set<Integer> concerned = SendIdentityInformation.concerned(event, happened.changed());
              LocalDate on = LocalDate.ofInstant(event.at(), JAPAN);
              happened.changed().stream()
                  .filter(SendSupplementInformation::hasSupplement)
                  .filter(resident -> concerned.contains(resident.index()))
                  .map(
                      resident ->
                          new SupplementChange(
                              information(
                                  resident, place, notice(municipality, resident, reason), on),
                              SendIdentityInformation.FIRST_VERSION + happened.number()))
                  .forEach(
                      change ->
                          messages.keep(
                              new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
                              new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
                              SupplementChange.MESSAGE,
                              change));
            });
  }

  /** Whether a person has a 附票: Japanese alone have a 戸籍. */
  private static boolean hasSupplement(Resident resident) {
    return resident.nationality().equals(Resident.JAPANESE);
  }

  /** The 附票 of a municipality: of each person the one that belongs to the newest 住民票. */
  static List<Resident> whoHasOne(List<Resident> everybody) {
    return everybody.stream()
        .filter(SendSupplementInformation::hasSupplement)
        .collect(groupingBy(Resident::recordCode, maxBy(comparing(Resident::index))))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .sorted(comparing(Resident::index))
        .toList();
  }

  /** A 附票 as it is, whatever led to it. */
  static SupplementInformation asItIs(Resident resident, String place) {
    return information(
        resident,
        place,
        resident
            .removal()
            .map(removal -> notice(removal.reason()))
            .orElse(SupplementNotice.ENTERED),
        LocalDate.ofInstant(resident.updatedAt(), JAPAN));
  }

  private static SupplementNotice notice(RemovalReason reason) {
    return switch (reason) {
      case DIED -> SupplementNotice.DIED;
      case LEFT_THE_COUNTRY -> SupplementNotice.LEFT_THE_COUNTRY;
      case MOVED_OUT -> SupplementNotice.TRANSFERRED;
      case NATURALISED -> throw new IllegalArgumentException("a foreigner has no 附票");
    };
  }

  private SupplementNotice notice(
      InstitutionCode municipality, Resident resident, ChangeReason reason) {
    return switch (reason) {
      case MOVED_IN ->
          leftTheCountryFrom(municipality, resident)
              ? SupplementNotice.RETURNED
              : SupplementNotice.ENTERED;
      case BORN, NATURALISED -> SupplementNotice.ENTERED;
      case MOVED_WITHIN -> SupplementNotice.MOVED;
      case MOVED_OUT -> SupplementNotice.TRANSFERRED;
      case DIED -> SupplementNotice.DIED;
      case LEFT_THE_COUNTRY -> SupplementNotice.LEFT_THE_COUNTRY;
      case CORRECTED -> SupplementNotice.CORRECTED;
    };
  }

  /** Whether the 附票 stayed here when the person went abroad. */
  private boolean leftTheCountryFrom(InstitutionCode municipality, Resident resident) {
    return registers.of(municipality).everybody().stream()
        .filter(SendSupplementInformation::hasSupplement)
        .filter(one -> one.recordCode().equals(resident.recordCode()))
        .filter(one -> one.index() < resident.index())
        .max(comparing(Resident::index))
        .flatMap(Resident::removal)
        .filter(removal -> removal.reason() == RemovalReason.LEFT_THE_COUNTRY)
        .isPresent();
  }

  private static SupplementInformation information(
      Resident resident, String place, SupplementNotice notice, LocalDate on) {
    boolean abroad = notice == SupplementNotice.LEFT_THE_COUNTRY;
    var person = resident.basicInformation();
    Optional<String> address = Optional.of(person.address()).filter(text -> !abroad);
    Optional<String> lastAddress = Optional.of(person.address()).filter(text -> abroad);
    int inName = SupplementInformation.externalIn(person.name());
    int inAddress = SupplementInformation.externalIn(person.address());
    return new SupplementInformation(
        resident.recordCode(),
        person.name(),
        inName,
        Optional.empty(),
        person.birthDate(),
        person.sex(),
        address.map(text -> place),
        address,
        abroad ? 0 : inAddress,
        lastAddress,
        abroad ? inAddress : 0,
        on,
        Optional.empty(),
        place,
        abroad
            ? SupplementState.ABROAD
            : notice.isRemoval() ? SupplementState.REMOVED : SupplementState.IN_JAPAN,
        inName + inAddress > 0,
        List.of(),
        notice);
  }
}
