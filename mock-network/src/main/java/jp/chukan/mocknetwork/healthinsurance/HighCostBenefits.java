package jp.chukan.mocknetwork.healthinsurance;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.insurancetally.HighCostCounts;
import jp.chukan.mocknetwork.insurancetally.HighCosts;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.SystemVaults;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「高額療養費支給」: told to the prefecture, which counts, and kept with its count (T:2131). */
@Component
final class HighCostBenefits {
  private final JdbcClient jdbc;
  private final SystemVaults vaults;
  private final KeptMessages messages;
  private final TransactionOperations transaction;

  HighCostBenefits(
      JdbcClient jdbc,
      SystemVaults vaults,
      KeptMessages messages,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.vaults = vaults;
    this.messages = messages;
    this.transaction = transaction;
  }

  private RecordVault<HighCostCounts.Count> vault(String place) {
    return new RecordVault<>(
        vaults.of(new CountrySystem(SystemKind.HEALTH_INSURANCE, place)),
        HighCostCounts.Count.class);
  }

  /** Pays for a month; the count comes back from the prefecture. */
  void pay(InsuredNumber insured, YearMonth month) {
    transaction.executeWithoutResult(
        status -> {
          var from = new CountrySystem(SystemKind.HEALTH_INSURANCE, insured.municipality());
          messages.keep(
              from,
              new CountrySystem(SystemKind.INSURANCE_TALLY, from.prefecture()),
              HighCosts.MESSAGE,
              new HighCosts(List.of(new HighCosts.Report(insured, month))));
        });
  }

  /**
   * Takes counts of the prefecture.
   *
   * @throws RefusedCallException ANOTHER_TENANT for a person of another municipality
   */
  HighCostCounts.Taken take(String place, HighCostCounts counts) {
    if (counts.counts().stream().anyMatch(count -> !count.insured().municipality().equals(place))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "municipality");
    }
    transaction.executeWithoutResult(
        status -> counts.counts().forEach(count -> keep(place, count)));
    return new HighCostCounts.Taken(counts.counts().size());
  }

  private void keep(String place, HighCostCounts.Count count) {
    RecordVault<HighCostCounts.Count> vault = vault(place);
    jdbc.sql(
            """
            insert into high_cost_benefit (municipality, insured_index, month, body)
            values (?, ?, ?, ?)
            on conflict (municipality, insured_index, month) do update set body = excluded.body
            """)
        .params(
            place,
            vault.digest(count.insured().joined()),
            count.month().toString(),
            vault.seal(count))
        .update();
  }

  /** What the prefecture counted for a month; empty before it did. */
  Optional<HighCostCounts.Count> count(InsuredNumber insured, YearMonth month) {
    String place = insured.municipality();
    return jdbc.sql(
            """
            select body from high_cost_benefit
             where municipality = ? and insured_index = ? and month = ?
            """)
        .params(place, vault(place).digest(insured.joined()), month.toString())
        .query(byte[].class)
        .optional()
        .map(vault(place)::open);
  }
}
