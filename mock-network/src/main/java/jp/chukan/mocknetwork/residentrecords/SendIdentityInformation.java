package jp.chukan.mocknetwork.residentrecords;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters.Happened;
import org.springframework.stereotype.Component;

/** Sends 本人確認情報 of whoever an event is about to the 市町村CS (住民基本台帳法第30条の6). */
@Component
final class SendIdentityInformation {
  /** Kind of message that the 市町村CS takes. */
  static final String MESSAGE = IdentityInformation.MESSAGE;

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final KeptMessages messages;

  SendIdentityInformation(KeptMessages messages) {
    this.messages = messages;
  }

  /** Keeps what is to be sent in the open transaction. */
  void keep(InstitutionCode municipality, ResidentEvent event, Happened happened) {
    String place = ResidentRegisters.place(municipality);
    reason(event)
        .ifPresent(
            reason -> {
              Set<Integer> concerned = concerned(event, happened.changed());
              LocalDate on = LocalDate.ofInstant(event.at(), JAPAN);
              happened.changed().stream()
                  .filter(resident -> concerned.contains(resident.index()))
                  .map(
                      resident ->
                          new IdentityInformation(
                              resident.recordCode(),
                              resident.individualNumber(),
                              resident.basicInformation(),
                              place,
                              reason,
                              on,
                              FIRST_VERSION + happened.number()))
                  .forEach(
                      change ->
                          messages.keep(
                              new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
                              new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
                              MESSAGE,
                              change));
            });
  }

  /** 更新順番号 of a resident before anything happened. */
  static final int FIRST_VERSION = 1;

  /** What the event is to a 住民票; empty for one that 本人確認情報 says nothing of. */
  static Optional<ChangeReason> reason(ResidentEvent event) {
    return switch (event) {
      case ResidentEvent.MoveIn moveIn -> Optional.of(ChangeReason.MOVED_IN);
      case ResidentEvent.MoveWithin moveWithin -> Optional.of(ChangeReason.MOVED_WITHIN);
      case ResidentEvent.MoveOut moveOut -> Optional.of(ChangeReason.MOVED_OUT);
      case ResidentEvent.LeaveTheCountry leave -> Optional.of(ChangeReason.LEFT_THE_COUNTRY);
      case ResidentEvent.Birth birth -> Optional.of(ChangeReason.BORN);
      case ResidentEvent.Death death -> Optional.of(ChangeReason.DIED);
      case ResidentEvent.Correction correction -> Optional.of(ChangeReason.CORRECTED);
      case ResidentEvent.Naturalisation naturalisation -> Optional.of(ChangeReason.NATURALISED);
      // 本人確認情報 has nothing of a card or a permitted stay
      case ResidentEvent.ResidenceChange change ->
          change.name().map(name -> ChangeReason.CORRECTED);
      case ResidentEvent.HeadChange headChange -> Optional.empty();
      case ResidentEvent.Support support -> Optional.empty();
    };
  }

  /** Whom an event is about: a household may change with it, of which 本人確認情報 says nothing. */
  static Set<Integer> concerned(ResidentEvent event, List<Resident> changed) {
    return switch (event) {
      case ResidentEvent.MoveOut(var persons, var to, var at) -> Set.copyOf(persons);
      case ResidentEvent.LeaveTheCountry(var persons, var at) -> Set.copyOf(persons);
      case ResidentEvent.Death(var person, var at) -> Set.of(person);
      case ResidentEvent.Correction(var person, var name, var at) -> Set.of(person);
      case ResidentEvent.Naturalisation(var person, var name, var at) ->
          changed.stream().mapToInt(Resident::index).max().stream()
              .boxed()
              .collect(toUnmodifiableSet());
      case ResidentEvent.MoveIn moveIn -> everybody(changed);
      case ResidentEvent.MoveWithin moveWithin -> everybody(changed);
      case ResidentEvent.Birth birth -> everybody(changed);
      case ResidentEvent.ResidenceChange change -> Set.of(change.person());
      case ResidentEvent.HeadChange headChange -> Set.of();
      case ResidentEvent.Support support -> Set.of();
    };
  }

  private static Set<Integer> everybody(List<Resident> changed) {
    return changed.stream().map(Resident::index).collect(toUnmodifiableSet());
  }
}
