package jp.chukan.mocknetwork.municipalserver;

import java.time.InstantSource;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.cardmanagement.RequireCardHolder;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「個人番号カード管理システムとの連携」 (T:3612): keeps the status of each card and passes it up; passes 送付先情報 up and
 * keeps nothing of it (JN-40).
 */
@Component
final class TakeCardNotices {
  private final CardStatuses statuses;
  private final RequireCardHolder holders;
  private final KeptMessages messages;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeCardNotices(
      CardStatuses statuses,
      RequireCardHolder holders,
      KeptMessages messages,
      TransactionOperations transaction,
      InstantSource clock) {
    this.statuses = statuses;
    this.holders = holders;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws RefusedCallException as {@link CardStatuses#take} says
   */
  CardTaken take(CountrySystem owner, CardStatus status) {
    transaction.executeWithoutResult(
        open -> {
          statuses.take(owner, status, clock.instant());
          messages.keep(owner, above(owner), CardStatus.MESSAGE, status);
        });
    return new CardTaken(1);
  }

  /**
   * @throws RefusedCallException FORBIDDEN_SENDER for a card of another municipality, and as {@link
   *     RequireCardHolder} says
   */
  CardTaken take(CountrySystem owner, CardDestination destination) {
    if (!destination.office().municipality().equals(owner.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "office.municipality");
    }
    holders.require(owner, destination);
    messages.keep(owner, above(owner), CardDestination.MESSAGE, destination);
    return new CardTaken(1);
  }

  private static CountrySystem above(CountrySystem owner) {
    return new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture());
  }
}
