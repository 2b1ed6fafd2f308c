package jp.chukan.gateway.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.reconciliation.Reconciliation.Counts;
import jp.chukan.gateway.replica.ReplicaSnapshot;

/** Counts what a walk through both sides finds, and keeps it in batches. */
final class FindingCollector implements MergedSides.Taker {
  private static final int BATCH = 500;

  private final InstitutionCode institution;
  private final ReceptionNumber number;
  private final Comparison comparison;
  private final Findings findings;
  private final int most;
  private final List<FoundDifference> waiting = new ArrayList<>(BATCH);
  private final Map<String, Integer> byItem = new HashMap<>();
  private int missing;
  private int extra;
  private int different;
  private int equal;
  private int kept;

  /**
   * @param most how many findings are kept
   */
  FindingCollector(InstitutionCode institution, Reconciliation one, Findings findings, int most) {
    this.institution = institution;
    this.number = one.number();
    this.comparison = new Comparison(one.items());
    this.findings = findings;
    this.most = most;
  }

  @Override
  public void missing(RegisterRecord record) {
    missing++;
    keep(new FoundDifference(FindingKind.MISSING, record.key(), List.of(), null, record));
  }

  @Override
  public void extra(ReplicaSnapshot replica) {
    extra++;
    keep(
        new FoundDifference(
            FindingKind.EXTRA, replica.key(), List.of(), replica.recordNumber(), null));
  }

  @Override
  public void both(RegisterRecord record, ReplicaSnapshot replica) {
    List<ItemDifference> differences = comparison.differences(record, replica);
    if (differences.isEmpty()) {
      equal++;
      return;
    }
    different++;
    differences.forEach(one -> byItem.merge(one.item(), 1, Integer::sum));
    keep(
        new FoundDifference(
            FindingKind.DIFFERENT, replica.key(), differences, replica.recordNumber(), null));
  }

  private void keep(FoundDifference found) {
    if (kept + waiting.size() < most) {
      waiting.add(found);
    }
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      findings.keep(institution, number, kept + 1, waiting);
      kept += waiting.size();
      waiting.clear();
    }
  }

  /** How many records of the register were walked through. */
  int records() {
    return missing + different + equal;
  }

  /** Keeps the rest and says how many there were. */
  Counts end() {
    flush();
    return new Counts(extra + different + equal, missing, extra, different, equal, kept);
  }

  /** In how many records which item differs. */
  Map<String, Integer> byItem() {
    return byItem;
  }
}
