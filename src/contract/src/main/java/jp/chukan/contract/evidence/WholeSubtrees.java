package jp.chukan.contract.evidence;

/** Where the hashes of a tree's whole subtrees can be looked up. */
@FunctionalInterface
public interface WholeSubtrees {

  /**
   * @param level how far above the leaves, 0 for a leaf
   * @param index which one of its level, from the left
   * @return the hash of its top
   */
  TreeHash top(int level, long index);
}
