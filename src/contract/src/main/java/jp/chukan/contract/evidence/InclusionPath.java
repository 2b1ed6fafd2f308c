package jp.chukan.contract.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that a leaf stands at its position of a tree (RFC 9162 section 2.1.3).
 *
 * @param position of the leaf, 0 for the first
 * @param treeSize how many leaves the tree has
 * @param hashes beside the way from the leaf up to the root, the lowest first
 */
public record InclusionPath(long position, long treeSize, List<TreeHash> hashes) {

  /**
   * @throws IllegalArgumentException when there is no such position
   */
  public InclusionPath {
    if (position < 0 || position >= treeSize) {
      throw new IllegalArgumentException("position " + position + " of " + treeSize);
    }
    hashes = List.copyOf(hashes);
  }

  /** The path of a leaf (section 2.1.3.1). */
  public static InclusionPath of(long position, long treeSize, WholeSubtrees tree) {
    List<TreeHash> hashes = new ArrayList<>();
    long start = 0;
    long count = treeSize;
    while (count > 1) {
      long left = leftOf(count);
      if (position < start + left) {
        hashes.addFirst(over(start + left, count - left, tree));
        count = left;
      } else {
        hashes.addFirst(over(start, left, tree));
        start += left;
        count -= left;
      }
    }
    return new InclusionPath(position, treeSize, hashes);
  }

  /**
   * The root to which the leaf leads (section 2.1.3.2): the leaf is in the tree when it is the
   * tree's.
   *
   * @return empty when the path is too short or too long for a tree of this size
   */
  public Optional<TreeHash> rootFrom(TreeHash leaf) {
    long node = position;
    long last = treeSize - 1;
    TreeHash root = leaf;
    for (TreeHash beside : hashes) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((node & 1) == 1 || node == last) {
        root = TreeHash.ofNode(beside, root);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        root = TreeHash.ofNode(root, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  private static TreeHash over(long start, long count, WholeSubtrees tree) {
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return tree.top(level, start >> level);
    }
    long left = leftOf(count);
    return TreeHash.ofNode(over(start, left, tree), over(start + left, count - left, tree));
  }

  /** The largest power of two below the count. */
  private static long leftOf(long count) {
    return Long.highestOneBit(count - 1);
  }
}
