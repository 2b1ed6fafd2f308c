package jp.chukan.mocknetwork.scenario;

import java.util.Map;
import jp.chukan.mocknetwork.scenario.CopiedFile.Comparison;

/** Compares two files that are in memory. */
public final class Comparing {
  private Comparing() {}

  /**
   * Compares entry by entry.
   *
   * @param file what it is, in Japanese
   * @param originals by what identifies an entry
   * @param copies by the same
   */
  public static <K, V> Comparison of(String file, Map<K, V> originals, Map<K, V> copies) {
    int same = 0;
    int different = 0;
    int missing = 0;
    for (Map.Entry<K, V> original : originals.entrySet()) {
      V copy = copies.get(original.getKey());
      if (copy == null) {
        missing++;
      } else if (copy.equals(original.getValue())) {
        same++;
      } else {
        different++;
      }
    }
    int surplus = (int) copies.keySet().stream().filter(key -> !originals.containsKey(key)).count();
    return new Comparison(file, same, different, missing, surplus);
  }
}
