package jp.chukan.gateway.permission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.permission.ListDecision.NotPermitted;
import jp.chukan.gateway.permission.ListDecision.Permitted;

/** One version of the list, laid out for look-up; it never changes once built. */
final class PermissionIndex {
  private final ListInForce list;
  private final Map<InquiryTuple, List<Validity>> tuples;
  private final Map<AffairCode, Set<Validity>> affairs;

  private PermissionIndex(
      ListInForce list,
      Map<InquiryTuple, List<Validity>> tuples,
      Map<AffairCode, Set<Validity>> affairs) {
    this.list = list;
    this.tuples = tuples;
    this.affairs = affairs;
  }

  ListInForce list() {
    return list;
  }

  ListDecision check(InquiryTuple tuple, LocalDate on) {
    return decide(tuples.getOrDefault(tuple, List.of()), on);
  }

  ListDecision checkAffair(AffairCode affair, LocalDate on) {
    return decide(affairs.getOrDefault(affair, Set.of()), on);
  }

  private ListDecision decide(Iterable<Validity> periods, LocalDate on) {
    for (Validity period : periods) {
      if (period.covers(on)) {
        return new Permitted(list.version());
      }
    }
    return new NotPermitted(list.version());
  }

  /** Collects the entries of one version, but for those of an affair that only provides (MS-16). */
  static final class Builder {
    private final Map<InquiryTuple, List<Validity>> tuples = new HashMap<>();
    private final Map<AffairCode, Set<Validity>> affairs = new HashMap<>();

    Builder add(InquiryTuple tuple, Validity validity) {
      if (ProviderOnlyAffairs.holds(tuple.affair())) {
        return this;
      }
      tuples.computeIfAbsent(tuple, t -> new ArrayList<>(1)).add(validity);
      affairs.computeIfAbsent(tuple.affair(), a -> new HashSet<>()).add(validity);
      return this;
    }

    PermissionIndex build(ListInForce list) {
      return new PermissionIndex(list, tuples, affairs);
    }
  }
}
