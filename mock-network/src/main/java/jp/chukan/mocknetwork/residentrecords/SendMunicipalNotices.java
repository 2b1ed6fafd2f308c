package jp.chukan.mocknetwork.residentrecords;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;

/** 「市町村通知」 to the 在留カード等発行システム, with each event of a foreign resident (T:353). */
@Component
final class SendMunicipalNotices implements EventFollower {
  private final KeptMessages messages;

  SendMunicipalNotices(KeptMessages messages) {
    this.messages = messages;
  }

  @Override
  public void follow(
      InstitutionCode municipality, ResidentEvent event, List<Resident> changed, int number) {
    var from =
        new CountrySystem(SystemKind.RESIDENT_RECORDS, ResidentRegisters.place(municipality));
    for (Resident resident : changed) {
      resident
          .particulars()
          .foreigner()
          .map(
              foreigner ->
                  notice(resident, foreigner, SendIdentityInformation.FIRST_VERSION + number))
          .ifPresent(
              notice ->
                  messages.keep(
                      from,
                      CountrySystem.only(SystemKind.RESIDENCE_CARDS),
                      MunicipalNotice.MESSAGE,
                      notice));
    }
  }

  private static MunicipalNotice notice(
      Resident resident, Particulars.Foreigner foreigner, int version) {
    return new MunicipalNotice(
        resident.index(),
        resident.basicInformation(),
        resident.nationality(),
        foreigner.category(),
        foreigner.since(),
        foreigner.ministryVersion(),
        resident.removal(),
        version);
  }
}
