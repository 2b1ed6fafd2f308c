package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.approval.ApprovalReason;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permit.PermittedExchange;
import jp.chukan.gateway.permit.ProvisionPermits;
import jp.chukan.gateway.provision.ProvisionOutcome.AwaitingApproval;
import jp.chukan.gateway.provision.ProvisionOutcome.Provided;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.replica.ReplicaItem;
import jp.chukan.gateway.replica.ReplicaLookup;
import jp.chukan.gateway.replica.ReplicaLookup.Absent;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.ReplicaLookup.LayoutMismatch;
import jp.chukan.gateway.replica.Replicas;
import jp.chukan.gateway.replica.WantedPeriod;
import org.springframework.stereotype.Component;

/**
 * Decides a 「提供要求」 in the order of the protocol. What can be said without knowing the person is
 * said first, so that no refusal depends on whether the person is known here:
 *
 * <ol>
 *   <li>permit, path and key ({@link ProvisionPermits})
 *   <li>{@link ErrorCode#TKY_NO_LIST}, {@link ErrorCode#TKY_NOT_ON_LIST}: our own copy of the list
 *       on this day in Japan (MS-01, MS-02)
 *   <li>{@link ErrorCode#TKY_PERIOD}, {@link ErrorCode#TKY_UNKNOWN_INFORMATION}, {@link
 *       ErrorCode#TKY_ITEM_OUTSIDE_LAYOUT}: what is asked for (MS-14, MS-15)
 *   <li>{@link ErrorCode#TKY_NOT_PROVIDED}: 「符号」 unknown, or acquired for another purpose (MS-18)
 *   <li>the 「副本」 answers by itself, or people must decide (MS-05, MS-07, MS-50)
 * </ol>
 */
@Component
final class ProvisionDecisions {

  private final ProvisionPermits permits;
  private final PermissionMatchingLists lists;
  private final LinkedPersons linkedPersons;
  private final Replicas replicas;

  ProvisionDecisions(
      ProvisionPermits permits,
      PermissionMatchingLists lists,
      LinkedPersons linkedPersons,
      Replicas replicas) {
    this.permits = permits;
    this.lists = lists;
    this.linkedPersons = linkedPersons;
    this.replicas = replicas;
  }

  /** Decides in the open transaction of the institution, as of this instant. */
  ProvisionOutcome decide(
      InstitutionCode institution, VerifiedProvisionRequest request, Instant at) {
    PermittedExchange exchange;
    try {
      exchange = permits.verify(request.body(), at);
    } catch (InvalidInputException e) {
      return new Refused(e.refusal(), null);
    }
    LocalDate today = JapanDay.of(at);
    Optional<ErrorCode> refusal =
        refusalByList(request, today).or(() -> refusalByLayout(request.body(), today));
    if (refusal.isPresent()) {
      return Refused.of(refusal.get(), exchange);
    }
    Optional<LinkedPerson> person =
        linkedPersons
            .find(request.body().linkageCode())
            .filter(found -> found.purpose() == AcquisitionPurpose.INFORMATION_LINKAGE);
    if (person.isEmpty()) {
      return Refused.of(ErrorCode.TKY_NOT_PROVIDED, exchange);
    }
    return answerOf(institution, request.body(), exchange, person.get().addressee(), today);
  }

  private Optional<ErrorCode> refusalByList(VerifiedProvisionRequest request, LocalDate today) {
    return switch (lists.check(request.tuple(), today)) {
      case ListDecision.Permitted permitted -> Optional.empty();
      case ListDecision.NotPermitted denied -> Optional.of(ErrorCode.TKY_NOT_ON_LIST);
      case ListDecision.NoList none -> Optional.of(ErrorCode.TKY_NO_LIST);
    };
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

  private static WantedPeriod period(ProvisionRequest.Body request, LocalDate today) {
    return new WantedPeriod(today, request.periodFrom(), request.periodTo());
  }

  private ProvisionOutcome answerOf(
      InstitutionCode institution,
      ProvisionRequest.Body request,
      PermittedExchange exchange,
      UnifiedAddresseeNumber addressee,
      LocalDate today) {
    ReplicaLookup lookup =
        replicas.find(
            institution,
            addressee,
            request.information(),
            request.requestedItems(),
            period(request, today));
    return switch (lookup) {
      case Absent absent -> new AwaitingApproval(exchange, ApprovalReason.NO_REPLICA, null);
      case LayoutMismatch mismatch ->
          new AwaitingApproval(exchange, ApprovalReason.LAYOUT_MISMATCH, null);
      case Found found -> answerOf(request, exchange, found);
    };
  }

  private static ProvisionOutcome answerOf(
      ProvisionRequest.Body request, PermittedExchange exchange, Found found) {
    NonDisclosureCode nonDisclosure = found.nonDisclosure();
    return switch (found.responseMode()) {
      case APPROVAL_REQUIRED ->
          new AwaitingApproval(exchange, ApprovalReason.FLAGGED, nonDisclosure);
      case AUTOMATIC -> new Provided(exchange, information(request, found), nonDisclosure);
    };
  }

  private static ProvidedInformation information(ProvisionRequest.Body request, Found found) {
    Set<ItemCode> asked = Set.copyOf(request.requestedItems());
    List<ReplicaItem> items = found.items();
    if (items.size() != asked.size()
        || !items.stream().map(ReplicaItem::code).collect(Collectors.toSet()).equals(asked)) {
      // the last door before anything leaves does not rely on the one before (MS-03, MS-14)
      throw new IllegalStateException("the replica gave other items than were asked for");
    }
    return new ProvidedInformation(
        request.processingNumber(),
        request.provider(),
        request.information(),
        found.edition(),
        items.stream()
            .map(item -> new ProvidedInformation.Item(item.code(), item.value()))
            .toList());
  }
}
