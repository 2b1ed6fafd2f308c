package jp.chukan.mocknetwork.identityprovision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.identity.IdentityRecords;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * Looks into the file of a system for somebody: enough must be said (JN-10), exactly who fits is
 * given (JN-13), and it is recorded, a refusal as well (JN-11, JN-12).
 */
@Component
public final class ProvideIdentity {
  private final IdentityFiles files;
  private final ProvisionRecords records;

  ProvideIdentity(IdentityFiles files, ProvisionRecords records) {
    this.files = files;
    this.records = records;
  }

  /**
   * Gives who fits.
   *
   * @param owner whose file it is
   * @param requester who gets it
   * @throws RefusedCallException TOO_FEW_CONDITIONS
   */
  public ProvidedIdentities provide(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      PersonCondition condition) {
    return recorded(
        owner,
        requester,
        kind,
        occasion,
        condition,
        () -> {
          condition.requireEnough();
          return new ProvidedIdentities(
              candidates(files.of(owner), condition).stream()
                  .filter(condition::fits)
                  .map(ProvidedIdentity::of)
                  .toList());
        });
  }

  /**
   * Does what may be refused, and records what came of it.
   *
   * @throws RefusedCallException as the work throws it
   */
  public ProvidedIdentities recorded(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      PersonCondition condition,
      Supplier<ProvidedIdentities> work) {
    try {
      ProvidedIdentities found = work.get();
      records.provided(owner, requester, kind, occasion, found.codes());
      return found;
    } catch (RefusedCallException refused) {
      records.refused(owner, requester, kind, occasion, codeOf(condition), refused.fault());
      throw refused;
    }
  }

  /**
   * Does what must go before, and records it only when it is refused.
   *
   * @throws RefusedCallException as the work throws it
   */
  public <T> T required(
      CountrySystem owner,
      String requester,
      ProvisionKind kind,
      Occasion occasion,
      Supplier<T> work) {
    try {
      return work.get();
    } catch (RefusedCallException refused) {
      records.refused(owner, requester, kind, occasion, Optional.empty(), refused.fault());
      throw refused;
    }
  }

  private static Optional<ResidentRecordCode> codeOf(PersonCondition condition) {
    return condition instanceof PersonCondition.ByRecordCode(var code)
        ? Optional.of(code)
        : Optional.empty();
  }

  private static List<IdentityInformation> candidates(
      IdentityRecords file, PersonCondition condition) {
    return switch (condition) {
      case PersonCondition.ByRecordCode(var code) -> file.current(code).stream().toList();
      case PersonCondition.ByNumber(var number) -> file.current(number).stream().toList();
      case PersonCondition.ByBasicInformation basic -> file.named(basic.name().orElseThrow());
    };
  }
}
