package jp.chukan.gateway.operation;

import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.crypto.TrustListReception.Refused;
import jp.chukan.gateway.crypto.TrustListReception.Stored;
import jp.chukan.gateway.crypto.TrustListReception.Unchanged;
import jp.chukan.gateway.crypto.TrustLists;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes the 「信頼リスト」 that was fetched from the network, and keeps that it came. */
@Component("takeTrustList")
final class TakeTrustList {
  private static final String DOCUMENT_TYPE = "IF_SCM_70201_R01";

  private final TrustLists lists;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;
  private final InstitutionCode network;

  TakeTrustList(
      TrustLists lists,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network) {
    this.lists = lists;
    this.communications = communications;
    this.transactions = transactions;
    this.clock = clock;
    this.network = new InstitutionCode(network);
  }

  /**
   * @param signed CMS SignedData (DER) over the list
   */
  void fetched(byte[] signed, JobProgress progress) {
    switch (lists.receive(signed)) {
      case Stored(int version) -> {
        record(String.valueOf(version), null);
        progress.done(1);
      }
      // the same again every few minutes: nothing to keep
      case Unchanged unchanged -> progress.done(0);
      case Refused(Refusal refusal) -> {
        record(null, refusal.code());
        progress.fault(refusal.code());
      }
    }
  }

  private void record(@Nullable String version, @Nullable ErrorCode error) {
    transactions.run(
        network,
        () ->
            communications.append(
                new Communication(
                    network,
                    Direction.RECEIVED,
                    network,
                    DOCUMENT_TYPE,
                    version,
                    error,
                    clock.instant())));
  }
}
