package jp.chukan.mocknetwork.supplementserver;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.supplement.SupplementComparison;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult.Difference;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult.Kind;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import jp.chukan.mocknetwork.supplementserver.ComparedSupplements.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「整合性確認」 of the files of 附票, with the result told to the one whose the original is (JN-07, G:122,
 * G:528).
 */
@Component
final class CompareFiles {
  private final SupplementServers servers;
  private final KeptMessages messages;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final TransactionOperations transaction;

  CompareFiles(
      SupplementServers servers,
      KeptMessages messages,
      JdbcClient jdbc,
      InstantSource clock,
      TransactionOperations transaction) {
    this.servers = servers;
    this.messages = messages;
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** A server of a prefecture sends its file to the 附票全国サーバ, after every change before. */
  void send(CountrySystem prefectural) {
    transaction.executeWithoutResult(
        status -> {
          SupplementRecords records = servers.recordsOf(prefectural);
          records.lock();
          messages.keep(
              prefectural,
              SupplementServers.NATIONAL,
              SupplementComparison.MESSAGE,
              new SupplementComparison(records.everybody("")));
        });
  }

  /**
   * Compares and keeps the result for the sender.
   *
   * @throws RefusedCallException FORBIDDEN_SENDER for a 附票 of another municipality or prefecture;
   *     MALFORMED when a person is there twice
   */
  SupplementComparison.Received take(
      CountrySystem owner, CountrySystem from, SupplementComparison comparison) {
    comparison.entries().forEach(entry -> TakeSupplements.requireOwn(from, entry));
    if (comparison.entries().stream().map(Key::of).distinct().count()
        < comparison.entries().size()) {
      throw new RefusedCallException(Fault.MALFORMED, "entries");
    }
    transaction.executeWithoutResult(
        status -> {
          SupplementRecords records = servers.recordsOf(owner);
          records.lock();
          messages.keep(
              owner,
              from,
              SupplementComparisonResult.MESSAGE,
              compare(comparison.entries(), records.everybody(from.place()), clock.instant()));
        });
    return new SupplementComparison.Received(comparison.entries().size());
  }

  /** Person by person. */
  static SupplementComparisonResult compare(
      List<SupplementInformation> originals, List<SupplementInformation> copies, Instant at) {
    Map<Key, List<Object>> original = ComparedSupplements.of(originals);
    Map<Key, List<Object>> copy = ComparedSupplements.of(copies);
    List<Difference> differences = new ArrayList<>();
    original.forEach(
        (key, content) -> {
          if (!copy.containsKey(key)) {
            differences.add(new Difference(key.recordCode(), Kind.MISSING));
          } else if (!content.equals(copy.get(key))) {
            differences.add(new Difference(key.recordCode(), Kind.DIFFERENT));
          }
        });
    int same = original.size() - differences.size();
    copy.keySet().stream()
        .filter(key -> !original.containsKey(key))
        .forEach(key -> differences.add(new Difference(key.recordCode(), Kind.SURPLUS)));
    return new SupplementComparisonResult(at, same, differences);
  }

  /** Keeps a result that came back. */
  SupplementComparisonResult.Received keep(CountrySystem owner, SupplementComparisonResult result) {
    jdbc.sql("insert into supplement_comparison (system, compared_at, body) values (?, ?, ?)")
        .params(owner.label(), Timestamp.from(result.comparedAt()), results(owner).seal(result))
        .update();
    return new SupplementComparisonResult.Received(result.differences().size());
  }

  /** The results that came back to a system after a moment, oldest first. */
  List<SupplementComparisonResult> results(CountrySystem owner, Instant since) {
    return jdbc
        .sql(
            """
            select body from supplement_comparison where system = ? and compared_at > ?
             order by number
            """)
        .params(owner.label(), Timestamp.from(since))
        .query(byte[].class)
        .list()
        .stream()
        .map(results(owner)::open)
        .toList();
  }

  private RecordVault<SupplementComparisonResult> results(CountrySystem owner) {
    return new RecordVault<>(servers.vaultOf(owner), SupplementComparisonResult.class);
  }
}
