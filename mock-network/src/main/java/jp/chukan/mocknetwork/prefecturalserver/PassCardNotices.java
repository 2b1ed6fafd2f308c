package jp.chukan.mocknetwork.prefecturalserver;

import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;

/** Passes notices about cards on to 個人番号カード管理システム, and keeps nothing of them. */
@Component
final class PassCardNotices {
  private final KeptMessages messages;

  PassCardNotices(KeptMessages messages) {
    this.messages = messages;
  }

  CardTaken pass(CountrySystem owner, CardStatus status) {
    messages.keep(
        owner, CountrySystem.only(SystemKind.NATIONAL_SERVER), CardStatus.MESSAGE, status);
    return new CardTaken(1);
  }

  /**
   * @throws RefusedCallException FORBIDDEN_SENDER for a card of another municipality
   */
  CardTaken pass(CountrySystem owner, CountrySystem from, CardDestination destination) {
    if (!destination.office().municipality().equals(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "office.municipality");
    }
    messages.keep(
        owner,
        CountrySystem.only(SystemKind.NATIONAL_SERVER),
        CardDestination.MESSAGE,
        destination);
    return new CardTaken(1);
  }
}
