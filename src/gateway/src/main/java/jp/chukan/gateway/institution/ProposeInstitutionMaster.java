package jp.chukan.gateway.institution;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a file of the 「機関マスタ」 in as a version that changes nothing yet: first people look at what
 * it would change, then they activate it. The same file again, while it may still be activated or
 * is in force, is the same version.
 *
 * <p>Refused with every fault of the file, and nothing of it is kept: {@code SYM-02xx}.
 */
@Component
public final class ProposeInstitutionMaster {
  private static final Logger log = LoggerFactory.getLogger(ProposeInstitutionMaster.class);
  private static final String KIND = "institution-master";

  private final InstitutionMasterStore store;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final InstantSource clock;

  ProposeInstitutionMaster(
      InstitutionMasterStore store,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.communications = communications;
    this.clock = clock;
  }

  /**
   * @param file the CSV as it came
   * @param institution 「機関コード」 of the certificate
   * @param client common name of the certificate
   * @return 版
   * @throws FaultyFileException with every fault
   */
  public int propose(byte[] file, InstitutionCode institution, String client) {
    List<MasterEntry> entries = MasterFile.read(file);
    byte[] digest = Sha256.of(file);
    MasterActor actor = new MasterActor(client, institution);
    int version =
        transactions.within(
            institution,
            () -> {
              store.lock();
              int taken =
                  store
                      .findSame(digest)
                      .orElseGet(() -> store.insert(entries, digest, actor, clock.instant()));
              communications.append(
                  new Communication(
                      institution,
                      Direction.RECEIVED,
                      institution,
                      KIND,
                      String.valueOf(taken),
                      null,
                      clock.instant()));
              return taken;
            });
    log.info("institution master {} is proposed, {} rows", version, entries.size());
    return version;
  }
}
