package jp.chukan.mocknetwork.scenario;

import java.util.List;

/** Files of a system that follow those of another, and say the same when everything has arrived. */
public interface CopiedFile {
  /** Compares every copy that there is with its original, person by person. */
  List<Comparison> compare();

  /**
   * One copy beside its original.
   *
   * @param file what it is, in Japanese, with its place; says nothing about persons
   * @param same entries that both have and that say the same
   * @param different entries that both have and that differ
   * @param missing entries that only the original has
   * @param surplus entries that only the copy has
   */
  record Comparison(String file, int same, int different, int missing, int surplus) {
    /** Whether the copy is equal to its original. */
    public boolean isEqual() {
      return different == 0 && missing == 0 && surplus == 0;
    }
  }
}
