package jp.chukan.contract.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A tree to which leaves are appended (RFC 9162 section 2.1.1). It holds the tops of its whole
 * subtrees and nothing below, at most 63 hashes, however large it is. Not for several threads.
 */
public final class GrowingTree {
  private long size;
  private final Deque<TreeHash> tops = new ArrayDeque<>();

  /** A tree without leaves. */
  public GrowingTree() {}

  /**
   * A tree as it stood.
   *
   * @param size how many leaves it had
   * @param tops what {@link #tops} returned then
   * @throws IllegalArgumentException when the one is not of the other
   */
  public GrowingTree(long size, List<TreeHash> tops) {
    if (size < 0 || Long.bitCount(size) != tops.size()) {
      throw new IllegalArgumentException(tops.size() + " tops over " + size + " leaves");
    }
    this.size = size;
    this.tops.addAll(tops);
  }

  /** Appends a leaf. */
  public void append(TreeHash leaf) {
    append(leaf, whole -> {});
  }

  /**
   * Appends a leaf.
   *
   * @param whole is told of each subtree that has become whole by it, lowest first, not of the leaf
   */
  public void append(TreeHash leaf, Consumer<TreeNode> whole) {
    TreeHash top = leaf;
    long index = size;
    for (int level = 1; (index & 1) == 1; level++) {
      top = TreeHash.ofNode(tops.removeLast(), top);
      index >>= 1;
      whole.accept(new TreeNode(level, index, top));
    }
    tops.addLast(top);
    size++;
  }

  /** How many leaves. */
  public long size() {
    return size;
  }

  /** Tops of the whole subtrees, the largest first. */
  public List<TreeHash> tops() {
    return new ArrayList<>(tops);
  }

  /** The hash over all leaves. */
  public TreeHash root() {
    Iterator<TreeHash> fromRight = tops.descendingIterator();
    if (!fromRight.hasNext()) {
      return TreeHash.ofNothing();
    }
    TreeHash root = fromRight.next();
    while (fromRight.hasNext()) {
      root = TreeHash.ofNode(fromRight.next(), root);
    }
    return root;
  }
}
