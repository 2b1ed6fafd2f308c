package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permit.PermittedExchange;
import jp.chukan.gateway.permit.ProvisionPermits;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.replica.Replicas;
import jp.chukan.gateway.replica.WantedPeriod;
import org.springframework.stereotype.Component;

/**
 * Says whether a 「提供要求」 may be answered at this instant, and about whom it is. What can be said
 * without knowing the person is said first, so that no refusal depends on whether the person is
 * known here:
 *
 * <ol>
 *   <li>permit, path and key ({@link ProvisionPermits})
 *   <li>{@link ErrorCode#TKY_NO_LIST}, {@link ErrorCode#TKY_NOT_ON_LIST}: our own copy of the list
 *       on this day in Japan (MS-01, MS-02)
 *   <li>{@link ErrorCode#TKY_PERIOD}, {@link ErrorCode#TKY_UNKNOWN_INFORMATION}, {@link
 *       ErrorCode#TKY_ITEM_OUTSIDE_LAYOUT}: what is asked for (MS-14, MS-15)
 *   <li>{@link ErrorCode#TKY_NOT_PROVIDED}: 「符号」 unknown, or acquired for another purpose (MS-18)
 * </ol>
 */
@Component
final class ProvisionAuthorisation {
  private final ProvisionPermits permits;
  private final PermissionMatchingLists lists;
  private final LinkedPersons linkedPersons;
  private final Replicas replicas;

  ProvisionAuthorisation(
      ProvisionPermits permits,
      PermissionMatchingLists lists,
      LinkedPersons linkedPersons,
      Replicas replicas) {
    this.permits = permits;
    this.lists = lists;
    this.linkedPersons = linkedPersons;
    this.replicas = replicas;
  }

  /** Whether a request may be answered. */
  sealed interface Authorised {
    /**
     * It may.
     *
     * @param exchange what allows it, and to whom the answer is encrypted
     * @param listVersion version of the 「照会許可照合リスト」 that permits it
     * @param addressee about whom it is
     */
    record Lawful(PermittedExchange exchange, int listVersion, UnifiedAddresseeNumber addressee)
        implements Authorised {}

    /**
     * It may not.
     *
     * @param refused why
     */
    record Unlawful(Refused refused) implements Authorised {}
  }

  /** Authorises a request that has come, and uses its permit up. */
  Authorised authorise(VerifiedProvisionRequest request, Instant at) {
    try {
      return authorise(request, permits.verify(request.body(), at), at);
    } catch (InvalidInputException e) {
      return new Authorised.Unlawful(new Refused(e.refusal(), null));
    }
  }

  /** Authorises a request anew that was held since: as of this instant and by that day's list. */
  Authorised authoriseAgain(VerifiedProvisionRequest request, Instant at) {
    try {
      return authorise(request, permits.verifyAgain(request.body(), at), at);
    } catch (InvalidInputException e) {
      return new Authorised.Unlawful(new Refused(e.refusal(), null));
    }
  }

  private Authorised authorise(
      VerifiedProvisionRequest request, PermittedExchange exchange, Instant at) {
    LocalDate today = JapanDay.of(at);
    return switch (lists.check(request.tuple(), today)) {
      case ListDecision.NotPermitted denied -> unlawful(ErrorCode.TKY_NOT_ON_LIST, exchange);
      case ListDecision.NoList none -> unlawful(ErrorCode.TKY_NO_LIST, exchange);
      case ListDecision.Permitted permitted ->
          refusalByLayout(request.body(), today)
              .map(code -> unlawful(code, exchange))
              .or(() -> person(request).map(one -> lawful(exchange, permitted, one)))
              .orElseGet(() -> unlawful(ErrorCode.TKY_NOT_PROVIDED, exchange));
    };
  }

  private static Authorised lawful(
      PermittedExchange exchange, ListDecision.Permitted permitted, LinkedPerson person) {
    return new Authorised.Lawful(exchange, permitted.version(), person.addressee());
  }

  private static Authorised unlawful(ErrorCode code, PermittedExchange exchange) {
    return new Authorised.Unlawful(Refused.of(code, exchange));
  }

  private Optional<ErrorCode> refusalByLayout(ProvisionRequest.Body request, LocalDate today) {
    if (period(request, today).isReversed()) {
      return Optional.of(ErrorCode.TKY_PERIOD);
    }
    if (!replicas.holds(request.information())) {
      return Optional.of(ErrorCode.TKY_UNKNOWN_INFORMATION);
    }
    return replicas
        .itemOutsideLayout(request.information(), request.requestedItems(), today)
        .map(item -> ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT);
  }

  private Optional<LinkedPerson> person(VerifiedProvisionRequest request) {
    return linkedPersons
        .find(request.body().linkageCode())
        .filter(found -> found.purpose() == AcquisitionPurpose.INFORMATION_LINKAGE);
  }

  /** When the 「副本」 must be published. */
  static WantedPeriod period(ProvisionRequest.Body request, LocalDate today) {
    return new WantedPeriod(today, request.periodFrom(), request.periodTo());
  }
}
