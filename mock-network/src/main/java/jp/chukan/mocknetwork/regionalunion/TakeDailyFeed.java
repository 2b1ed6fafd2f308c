package jp.chukan.mocknetwork.regionalunion;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.residentnotice.ResidentCopies.Renewed;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「日次連携」 at the 広域連合: copies of residents are renewed and with them who is insured, and the day's
 * number is written down (T:3904). A feed that comes again changes nothing.
 */
@Component
final class TakeDailyFeed {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final UnionMembers members;
  private final DecideMembership membership;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeDailyFeed(
      UnionMembers members,
      DecideMembership membership,
      TransactionOperations transaction,
      InstantSource clock) {
    this.members = members;
    this.membership = membership;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes what one municipality feeds, all or nothing.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NUMBER_OF_ANOTHER when a position
   *     belongs to somebody else
   */
  ResidentNotices.Taken take(CountrySystem union, String municipality, ResidentNotices notices) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), JAPAN);
    List<Renewed> renewed =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  List<Renewed> newer =
                      members.residents(union).take(municipality, notices.residents());
                  newer.forEach(one -> membership.decide(union, municipality, one.now(), today));
                  return newer;
                }));
    return new ResidentNotices.Taken(renewed.size());
  }
}
