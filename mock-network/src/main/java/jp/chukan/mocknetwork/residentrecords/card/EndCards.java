package jp.chukan.mocknetwork.residentrecords.card;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import jp.chukan.mocknetwork.residentrecords.EventFollower;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import org.springframework.stereotype.Component;

/**
 * The card of somebody who dies or leaves the country ends with that event. One of somebody who
 * moves to another municipality stays valid, and is of no use here any more.
 */
@Component
final class EndCards implements EventFollower {
  private final CardLedger ledger;

  EndCards(CardLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void follow(
      InstitutionCode municipality, ResidentEvent event, List<Resident> changed, int number) {
    changed.stream()
        .filter(resident -> resident.removal().filter(EndCards::endsTheCard).isPresent())
        .flatMap(resident -> ledger.heldBy(municipality, resident.recordCode()).stream())
        .forEach(card -> ledger.keep(municipality, card.in(CardStatus.State.ENDED)));
  }

  private static boolean endsTheCard(ResidentNotice.Removal removal) {
    return removal.reason() == RemovalReason.DIED
        || removal.reason() == RemovalReason.LEFT_THE_COUNTRY;
  }
}
