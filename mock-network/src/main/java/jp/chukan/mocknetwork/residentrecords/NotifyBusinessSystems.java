package jp.chukan.mocknetwork.residentrecords;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters.Happened;
import org.springframework.stereotype.Component;

/** 「異動通知」 to the business systems of the municipality, with each event (T:2100, T:2131). */
@Component
final class NotifyBusinessSystems {
  /** Kind of message that business systems take. */
  static final String MESSAGE = "residents";

  private static final List<SystemKind> RECEIVERS =
      List.of(SystemKind.TAX, SystemKind.HEALTH_INSURANCE);

  private final KeptMessages messages;

  NotifyBusinessSystems(KeptMessages messages) {
    this.messages = messages;
  }

  /** Keeps what is to be sent in the open transaction. */
  void keep(InstitutionCode municipality, Happened happened) {
    String place = ResidentRegisters.place(municipality);
    var notices =
        new ResidentNotices(
            happened.changed().stream()
                .map(
                    resident ->
                        resident.notice(SendIdentityInformation.FIRST_VERSION + happened.number()))
                .toList());
    RECEIVERS.forEach(
        receiver ->
            messages.keep(
                new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
                new CountrySystem(receiver, place),
                MESSAGE,
                notices));
  }
}
