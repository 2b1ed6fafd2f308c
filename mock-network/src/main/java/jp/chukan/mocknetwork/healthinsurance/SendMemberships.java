package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import jp.chukan.mocknetwork.insurancetally.Memberships;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;

/** 「資格情報ファイル」 for the prefecture: whoever has changed (T:2131). */
@Component
final class SendMemberships {
  private static final int PER_MESSAGE = 500;
  private final KeptMessages messages;

  SendMemberships(KeptMessages messages) {
    this.messages = messages;
  }

  /** Keeps what is to be sent in the open transaction. */
  void keep(String place, List<InsuredPerson> changed) {
    var from = new CountrySystem(SystemKind.HEALTH_INSURANCE, place);
    for (int first = 0; first < changed.size(); first += PER_MESSAGE) {
      messages.keep(
          from,
          new CountrySystem(SystemKind.INSURANCE_TALLY, from.prefecture()),
          Memberships.MESSAGE,
          new Memberships(
              changed.subList(first, Math.min(changed.size(), first + PER_MESSAGE)).stream()
                  .map(InsuredPerson::membership)
                  .toList()));
    }
  }
}
