package jp.chukan.mocknetwork.regionalunion;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「日次処理」 of the 広域連合: whoever turns 75 is insured from that day, and how many are is written down.
 * The same day again comes to the same.
 */
@Component
final class CloseUnionDay {
  private final UnionMembers members;
  private final DecideMembership membership;
  private final TransactionOperations transaction;

  CloseUnionDay(
      UnionMembers members, DecideMembership membership, TransactionOperations transaction) {
    this.members = members;
    this.membership = membership;
    this.transaction = transaction;
  }

  /**
   * Closes a day for one municipality.
   *
   * @return how many are insured at its end
   */
  int close(CountrySystem union, String municipality, LocalDate day) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              List<ResidentNotice> residents = members.residents(union).of(municipality);
              residents.stream()
                  .filter(ResidentNotice::isPresent)
                  .forEach(resident -> membership.decide(union, municipality, resident, day));
              int insured =
                  (int)
                      members.of(union, municipality).stream()
                          .filter(member -> member.isInsuredOn(day))
                          .count();
              members.count(union, municipality, day, insured);
              return insured;
            }));
  }
}
