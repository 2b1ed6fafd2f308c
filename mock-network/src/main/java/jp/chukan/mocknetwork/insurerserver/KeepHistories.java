package jp.chukan.mocknetwork.insurerserver;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.insurerserver.Partitions.Partition;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import jp.chukan.mocknetwork.qualificationcheck.QualificationUpdates;
import org.springframework.stereotype.Component;

/**
 * 「資格履歴」 of a partition: the newest of each person is kept, and put out to the オンライン資格確認等システム,
 * without 個人番号 (T:2143).
 */
@Component
public final class KeepHistories {
  private final Partitions partitions;
  private final KeptMessages messages;

  KeepHistories(Partitions partitions, KeptMessages messages) {
    this.partitions = partitions;
    this.messages = messages;
  }

  /**
   * Takes a file, all or nothing.
   *
   * @throws RefusedCallException ANOTHER_TENANT when the partition, or one person, is not of the
   *     sender
   */
  QualificationHistories.Taken take(CountrySystem from, QualificationHistories file) {
    Partitions.require(from, file.partition());
    if (file.histories().stream()
        .anyMatch(history -> !history.current().municipality().equals(file.partition()))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "municipality");
    }
    return partitions.in(
        file.partition(),
        partition -> {
          List<QualificationHistory> renewed =
              file.histories().stream().filter(history -> keep(partition, history)).toList();
          if (!renewed.isEmpty()) {
            messages.keep(
                CountrySystem.only(SystemKind.INSURER_SERVER),
                CountrySystem.only(SystemKind.QUALIFICATION_CHECK),
                QualificationUpdates.MESSAGE,
                new QualificationUpdates(
                    renewed.stream().map(QualificationHistory::current).toList()));
          }
          return new QualificationHistories.Taken(renewed.size());
        });
  }

  private static boolean keep(Partition partition, QualificationHistory history) {
    RecordVault<QualificationHistory> vault = partition.of(QualificationHistory.class);
    return partition
            .jdbc()
            .sql(
                """
                insert into insurer_history (tenant, insured_index, version, body)
                values (?, ?, ?, ?)
                on conflict (tenant, insured_index) do update
                  set version = excluded.version, body = excluded.body
                where insurer_history.version < excluded.version
                """)
            .params(
                partition.tenant(),
                vault.digest(history.current().insured().joined()),
                history.current().version(),
                vault.seal(history))
            .update()
        == 1;
  }

  /**
   * A history, for whom the partition belongs to.
   *
   * @throws RefusedCallException ANOTHER_TENANT, or UNKNOWN when the partition has nobody of this
   *     number
   */
  QualificationHistory find(CountrySystem from, HistoryQuery query) {
    Partitions.require(from, query.partition());
    return find(query.partition(), query.insured())
        .orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "insured"));
  }

  private Optional<QualificationHistory> find(String tenant, InsuredNumber insured) {
    return partitions.in(
        tenant,
        partition -> {
          RecordVault<QualificationHistory> vault = partition.of(QualificationHistory.class);
          return partition
              .jdbc()
              .sql("select body from insurer_history where insured_index = ?")
              .param(vault.digest(insured.joined()))
              .query(byte[].class)
              .optional()
              .map(vault::open);
        });
  }

  /** Everybody of a partition. */
  public List<QualificationHistory> of(String tenant) {
    return partitions.in(
        tenant,
        partition ->
            partition
                .jdbc()
                .sql("select body from insurer_history")
                .query(byte[].class)
                .list()
                .stream()
                .map(partition.of(QualificationHistory.class)::open)
                .toList());
  }
}
