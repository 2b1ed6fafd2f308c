package jp.chukan.gateway.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.springframework.stereotype.Component;

/**
 * Replaces all grants of an institution by those of a file, in one transaction; the set before
 * stays as it was, with when and by whom it was set (JN-36). The same file again changes nothing.
 * Applications that wait in the console go on waiting.
 *
 * <p>Refused with every fault of the file, and the grants in force stay: {@code SYM-02xx}, {@code
 * SCM-04xx}.
 */
@Component
public final class ReplaceGrants {
  private static final String KIND = "grants";

  private final GrantStore store;
  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final OperationLog operations;
  private final InstantSource clock;

  ReplaceGrants(
      GrantStore store,
      InstitutionTransactions transactions,
      CommunicationLog communications,
      OperationLog operations,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.communications = communications;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * @param institution 「機関コード」 of the certificate
   * @param client common name of the certificate
   * @param file the CSV as it came
   * @return what is in force now
   * @throws FaultyFileException with every fault
   */
  public GrantSet replace(InstitutionCode institution, String client, byte[] file) {
    List<Grant> grants = GrantFile.read(file);
    byte[] digest = Sha256.of(file);
    return transactions.within(
        institution,
        () -> {
          // Two replacements at the same moment must not both count from the same set.
          store.lock(institution);
          int number =
              store.findSame(digest).orElseGet(() -> insert(institution, grants, digest, client));
          communications.append(
              new Communication(
                  institution,
                  Direction.RECEIVED,
                  institution,
                  KIND,
                  String.valueOf(number),
                  null,
                  clock.instant()));
          return store.inForce().orElseThrow();
        });
  }

  private int insert(
      InstitutionCode institution, List<Grant> grants, byte[] digest, String client) {
    Instant now = clock.instant();
    int number = store.insert(institution, grants, digest, client, now);
    operations.append(
        new Operation(
            institution,
            null,
            OperationKind.GRANT,
            "grants-file",
            true,
            String.valueOf(number),
            null,
            null,
            now));
    return number;
  }
}
