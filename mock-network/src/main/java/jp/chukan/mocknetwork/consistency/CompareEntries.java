package jp.chukan.mocknetwork.consistency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.consistency.ConsistencyCheck.Entry;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.Finding;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.FindingKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/** Finds every person of whom two systems do not keep the same. */
final class CompareEntries {
  private CompareEntries() {}

  static ConsistencyResult compare(ConsistencyCheck below, ConsistencyCheck above) {
    Map<ResidentRecordCode, Entry> left = new LinkedHashMap<>();
    above.entries().forEach(entry -> left.put(entry.recordCode(), entry));
    List<Finding> findings = new ArrayList<>();
    for (Entry entry : below.entries()) {
      Entry other = left.remove(entry.recordCode());
      if (other == null) {
        findings.add(new Finding(entry.recordCode(), FindingKind.MISSING_ABOVE, List.of()));
        continue;
      }
      List<IdentityItem> different =
          Arrays.stream(IdentityItem.values())
              .filter(
                  item ->
                      !String.valueOf(entry.digests().get(item)).equals(other.digests().get(item)))
              .toList();
      if (!different.isEmpty()) {
        findings.add(new Finding(entry.recordCode(), FindingKind.DIFFERENT, different));
      }
    }
    left.keySet()
        .forEach(code -> findings.add(new Finding(code, FindingKind.ONLY_ABOVE, List.of())));
    return new ConsistencyResult(below.municipality(), below.entries().size(), findings);
  }
}
