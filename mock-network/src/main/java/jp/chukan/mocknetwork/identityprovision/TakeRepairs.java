package jp.chukan.mocknetwork.identityprovision;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「異常時更新」 at each step: what was kept stays in the history, the corrected version follows it, and
 * who did it, who approved it and why is recorded (JN-38).
 */
@Component
public final class TakeRepairs {
  private final Systems systems;
  private final IdentityFiles files;
  private final KeptMessages messages;
  private final ProvisionRecords records;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeRepairs(
      Systems systems,
      IdentityFiles files,
      KeptMessages messages,
      ProvisionRecords records,
      TransactionOperations transaction,
      InstantSource clock) {
    this.systems = systems;
    this.files = files;
    this.messages = messages;
    this.records = records;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Lets a system take repairs.
   *
   * @param source the kind of system below
   * @param next who gets them then; empty at the end
   */
  public void open(CountrySystem owner, SystemKind source, Optional<CountrySystem> next) {
    systems
        .doorOf(owner)
        .takes(
            IdentityRepair.MESSAGE,
            source,
            IdentityRepair.class,
            (from, repair) -> {
              IdentityInformation identity = repair.identity();
              try {
                take(owner, from, repair, next);
              } catch (RefusedCallException refused) {
                records.refused(
                    owner,
                    from.place(),
                    ProvisionKind.CORRECTION,
                    repair.occasion().approvedBy(repair.approver()),
                    Optional.of(identity.recordCode()),
                    refused.fault());
                throw refused;
              }
              return new IdentityRepair.Repaired(identity.version());
            });
  }

  private void take(
      CountrySystem owner,
      CountrySystem from,
      IdentityRepair repair,
      Optional<CountrySystem> next) {
    IdentityInformation identity = repair.identity();
    if (!identity.municipality().startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "identity.municipality");
    }
    transaction.executeWithoutResult(
        open -> {
          files.of(owner).correct(identity, clock.instant());
          records.provided(
              owner,
              from.place(),
              ProvisionKind.CORRECTION,
              repair.occasion().approvedBy(repair.approver()),
              List.of(identity.recordCode()));
          next.ifPresent(further -> messages.keep(owner, further, IdentityRepair.MESSAGE, repair));
        });
  }
}
