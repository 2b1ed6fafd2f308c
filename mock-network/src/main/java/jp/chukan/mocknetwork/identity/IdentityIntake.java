package jp.chukan.mocknetwork.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「本人確認情報の更新」 at each step of the register network: from the one system below and from no terminal
 * (JN-09, JN-26), of the sender's own place, through the checks, kept, and passed on in the same
 * transaction.
 */
@Component
public final class IdentityIntake {
  private final Systems systems;
  private final IdentityFiles files;
  private final KeptMessages messages;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  IdentityIntake(
      Systems systems,
      IdentityFiles files,
      KeptMessages messages,
      TransactionOperations transaction,
      InstantSource clock) {
    this.systems = systems;
    this.files = files;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Lets a system take changes, one by one, and many at the beginning.
   *
   * @param source the kind of system that they come from
   * @param next who gets them then; empty at the end
   */
  public void open(CountrySystem owner, SystemKind source, Optional<CountrySystem> next) {
    systems
        .doorOf(owner)
        .takes(
            IdentityInformation.MESSAGE,
            source,
            IdentityInformation.class,
            (from, change) ->
                take(owner, from, List.of(change), next, IdentityInformation.MESSAGE, change))
        .takes(
            IdentityLoad.MESSAGE,
            source,
            IdentityLoad.class,
            (from, load) -> {
              if (load.residents().stream().anyMatch(one -> !one.reason().isArrival())) {
                throw new RefusedCallException(Fault.MALFORMED, "residents.reason");
              }
              return take(owner, from, load.residents(), next, IdentityLoad.MESSAGE, load);
            });
  }

  private IdentityLoad.Loaded take(
      CountrySystem owner,
      CountrySystem from,
      List<IdentityInformation> changes,
      Optional<CountrySystem> next,
      String message,
      Object body) {
    if (changes.stream().anyMatch(change -> !change.municipality().startsWith(from.place()))) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "municipality");
    }
    transaction.executeWithoutResult(
        status -> {
          files.of(owner).take(changes, clock.instant());
          next.ifPresent(further -> messages.keep(owner, further, message, body));
        });
    return new IdentityLoad.Loaded(changes.size());
  }
}
