package jp.chukan.contract.crypto;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link KeyStorage} holds for one use.
 *
 * @param keys what can be used, by its name in the storage
 * @param faults what is there and cannot be used
 */
public record KeyFindings<K>(Map<String, K> keys, List<UnusableKeyFileException> faults) {
  public KeyFindings {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    faults = List.copyOf(faults);
  }

  /** Names only. */
  @Override
  public String toString() {
    return "KeyFindings[" + keys.keySet() + ", faults=" + faults.size() + "]";
  }
}
