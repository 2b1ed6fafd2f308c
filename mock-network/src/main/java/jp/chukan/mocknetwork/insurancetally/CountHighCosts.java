package jp.chukan.mocknetwork.insurancetally;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「高額該当回数」 in the prefecture (T:2131): the result goes back to the municipality. */
@Component
final class CountHighCosts {
  private final TallyMembers members;
  private final KeptMessages messages;
  private final TransactionOperations transaction;

  CountHighCosts(TallyMembers members, KeptMessages messages, TransactionOperations transaction) {
    this.members = members;
    this.messages = messages;
    this.transaction = transaction;
  }

  /**
   * Takes what a municipality paid, all or nothing.
   *
   * @throws RefusedCallException ANOTHER_TENANT for a person of another municipality, UNKNOWN for
   *     nobody
   */
  HighCosts.Taken take(CountrySystem tally, CountrySystem from, HighCosts costs) {
    if (costs.reports().stream()
        .anyMatch(report -> !report.insured().municipality().equals(from.place()))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "municipality");
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              List<HighCostCounts.Count> counts = new ArrayList<>();
              costs.reports().forEach(report -> counts.add(count(tally, report)));
              messages.keep(tally, from, HighCostCounts.MESSAGE, new HighCostCounts(counts));
              return new HighCosts.Taken(counts.size());
            }));
  }

  private HighCostCounts.Count count(CountrySystem tally, HighCosts.Report report) {
    TallyMember member =
        members
            .find(tally, report.insured())
            .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "insured"))
            .with(report.month());
    members.keep(tally, report.insured(), member);
    int count = member.countUntil(report.month());
    return new HighCostCounts.Count(
        report.insured(), report.month(), count, TallyMember.isMany(count));
  }
}
