package jp.chukan.mocknetwork.residencecards;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a 「市町村通知」: where a foreigner lives is what the municipality says, what stands on the card
 * is what 法務省 says (JN-09).
 */
@Component
final class TakeMunicipalNotice {
  private final CardHolders holders;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeMunicipalNotice(CardHolders holders, TransactionOperations transaction, InstantSource clock) {
    this.holders = holders;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes a notice.
   *
   * @param place five digits of the municipality that sends it
   * @throws RefusedCallException UNKNOWN for a 消除 of somebody who never arrived; LOCKED for an
   *     arrival with a card that has ended; NUMBER_OF_ANOTHER for one with somebody else's card;
   *     ALREADY_REMOVED for a change of the 消除; SUPERSEDED for a notice that is not newer than the
   *     last; CHANGES_TOO_MUCH when it says of card or nationality what 法務省 did not
   */
  MunicipalNotice.Taken take(String place, MunicipalNotice notice) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Optional<CardHolder> known = holders.of(place, notice.position());
              CardHolder next =
                  known
                      .map(holder -> follow(holder, notice))
                      .orElseGet(() -> arrive(place, notice));
              holders.keep(next);
              next.removal()
                  .filter(TakeMunicipalNotice::endsTheCard)
                  .flatMap(removal -> next.category().card())
                  .ifPresent(card -> holders.end(card, clock.instant()));
              return new MunicipalNotice.Taken(true);
            }));
  }

  private CardHolder arrive(String place, MunicipalNotice notice) {
    if (notice.removal().isPresent()) {
      throw new RefusedCallException(Fault.UNKNOWN, "position");
    }
    notice.category().card().ifPresent(card -> requireOwnCard(card, notice));
    return CardHolder.of(place, notice);
  }

  private void requireOwnCard(ResidenceCardNumber card, MunicipalNotice notice) {
    if (holders.hasEnded(card)) {
      throw new RefusedCallException(Fault.LOCKED, "category");
    }
    for (CardHolder elsewhere : holders.with(card)) {
      if (!elsewhere.canBe(notice.person())) {
        throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "category");
      }
      requireUnchanged(elsewhere, notice);
    }
  }

  private static CardHolder follow(CardHolder known, MunicipalNotice notice) {
    if (notice.version() <= known.version()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (known.removal().isPresent()) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, "removal");
    }
    if (notice.ministryVersion() > known.ministryVersion()) {
      throw new RefusedCallException(Fault.CHANGES_TOO_MUCH, "ministryVersion");
    }
    if (notice.ministryVersion() < known.ministryVersion()) {
      return known.livingAs(notice);
    }
    requireUnchanged(known, notice);
    return CardHolder.of(known.place(), notice);
  }

  private static void requireUnchanged(CardHolder known, MunicipalNotice notice) {
    if (!known.category().equals(notice.category())
        || !known.nationality().equals(notice.nationality())) {
      throw new RefusedCallException(Fault.CHANGES_TOO_MUCH, "category");
    }
  }

  /** Who leaves the country may come back with the card; the dead and the naturalised may not. */
  private static boolean endsTheCard(ResidentNotice.Removal removal) {
    return removal.reason() == RemovalReason.DIED || removal.reason() == RemovalReason.NATURALISED;
  }
}
