package jp.chukan.mocknetwork.residencecards;

import java.time.Instant;
import java.util.Objects;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.MinistryNotice;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 法務省 decides about a foreigner: a new card is made, the former ends, and the 法務省通知 to the
 * municipality is kept with it (住民基本台帳法第30条の50, T:353).
 */
@Component
public final class DecideResidence {
  private final CardHolders holders;
  private final KeptMessages messages;
  private final TransactionOperations transaction;

  DecideResidence(CardHolders holders, KeptMessages messages, TransactionOperations transaction) {
    this.holders = holders;
    this.messages = messages;
    this.transaction = transaction;
  }

  /**
   * Decides.
   *
   * @param place five digits of the municipality where the person lives
   * @param position 整理番号 there
   * @return the notice that goes to the municipality
   * @throws IllegalArgumentException when nobody lives there under this number, and for a decision
   *     that the person cannot get
   */
  public MinistryNotice decide(String place, int position, Decision decision, Instant at) {
    return Objects.requireNonNull(
        transaction.execute(status -> decideInTransaction(place, position, decision, at)));
  }

  private MinistryNotice decideInTransaction(
      String place, int position, Decision decision, Instant at) {
    CardHolder before =
        holders
            .of(place, position)
            .filter(holder -> holder.removal().isEmpty())
            .orElseThrow(() -> new IllegalArgumentException("no foreigner lives there"));
    CardHolder after = decided(before, decision);
    holders.keep(after);
    before.category().card().ifPresent(card -> holders.end(card, at));
    var notice =
        new MinistryNotice(
            position,
            before.category().card(),
            after.person().name(),
            after.nationality(),
            after.category(),
            after.ministryVersion(),
            at);
    messages.keep(
        CountrySystem.only(SystemKind.RESIDENCE_CARDS),
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        MinistryNotice.MESSAGE,
        notice);
    return notice;
  }

  private CardHolder decided(CardHolder before, Decision decision) {
    return switch (decision) {
      case Decision.Permission(var status, var stay) ->
          before.decided(
              before.person().name(),
              before.nationality(),
              switch (before.category()) {
                case LegalCategory.SpecialPermanent permanent ->
                    throw new IllegalArgumentException("a 特別永住者 needs no permission");
                case LegalCategory.MidToLongTerm former ->
                    new LegalCategory.MidToLongTerm(holders.nextNumber(), status, stay);
                case LegalCategory.TemporaryRefuge former ->
                    new LegalCategory.MidToLongTerm(holders.nextNumber(), status, stay);
                case LegalCategory.Transitional former ->
                    new LegalCategory.MidToLongTerm(holders.nextNumber(), status, stay);
              });
      case Decision.Renaming(var name) ->
          before.decided(name, before.nationality(), withNewCard(before));
      case Decision.NationalityChange(var nationality) ->
          before.decided(before.person().name(), nationality, withNewCard(before));
      case Decision.Reissue() ->
          before.decided(before.person().name(), before.nationality(), withNewCard(before));
    };
  }

  private LegalCategory withNewCard(CardHolder before) {
    return before.category().card().isEmpty()
        ? before.category()
        : before.category().withCard(holders.nextNumber());
  }
}
