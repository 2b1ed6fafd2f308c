package jp.chukan.mocknetwork.residentrecords;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.replica.ReplicaUpdates;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters.Happened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「異動」 at the 既存住基システム: the 住民票 is changed, 本人確認情報, 附票本人確認情報 and 異動通知 are kept for those who get
 * them with it, and 世帯情報 goes to the server at once (T:1325).
 */
@Component
public final class TakeEvent {
  private final ResidentRegisters registers;
  private final SendIdentityInformation identityInformation;
  private final SendSupplementInformation supplements;
  private final NotifyBusinessSystems businessSystems;
  private final List<EventFollower> followers;
  private final SendHouseholds households;
  private final TransactionOperations transaction;

  TakeEvent(
      ResidentRegisters registers,
      SendIdentityInformation identityInformation,
      SendSupplementInformation supplements,
      NotifyBusinessSystems businessSystems,
      List<EventFollower> followers,
      SendHouseholds households,
      TransactionOperations transaction) {
    this.registers = registers;
    this.identityInformation = identityInformation;
    this.supplements = supplements;
    this.businessSystems = businessSystems;
    this.followers = List.copyOf(followers);
    this.households = households;
    this.transaction = transaction;
  }

  /**
   * What came of an event.
   *
   * @param changed the residents whose record changed, each once, as they are now
   * @param replicas what the hub said of their 世帯情報; empty when it did not answer, so that the
   *     daily feed brings it
   */
  public record Taken(List<Resident> changed, Optional<ReplicaUpdates.Counts> replicas) {
    public Taken {
      changed = List.copyOf(changed);
    }
  }

  /**
   * Takes an event.
   *
   * @param municipality served municipality where it happens
   * @throws IllegalArgumentException when it cannot have happened; nothing has changed then
   */
  public Taken take(InstitutionCode municipality, ResidentEvent event) {
    return take(municipality, event, () -> {});
  }

  /**
   * The same, and what led to it is written down in the same transaction: both or neither.
   *
   * @param alongside writes it down
   */
  Taken take(InstitutionCode municipality, ResidentEvent event, Runnable alongside) {
    // one after the other: a change that is refused or not kept must not be seen by the next
    synchronized (registers.lockOf(municipality)) {
      Happened happened;
      try {
        happened =
            Objects.requireNonNull(
                transaction.execute(
                    status -> {
                      Happened taken = takeInTransaction(municipality, event);
                      alongside.run();
                      return taken;
                    }));
      } catch (RuntimeException notKept) {
        registers.reread(municipality);
        throw notKept;
      }
      return new Taken(happened.changed(), households.atOnce(municipality, happened.changed()));
    }
  }

  private Happened takeInTransaction(InstitutionCode municipality, ResidentEvent event) {
    Happened happened = registers.happen(municipality, event);
    identityInformation.keep(municipality, event, happened);
    supplements.keep(municipality, event, happened);
    businessSystems.keep(municipality, happened);
    followers.forEach(
        follower -> follower.follow(municipality, event, happened.changed(), happened.number()));
    return happened;
  }
}
