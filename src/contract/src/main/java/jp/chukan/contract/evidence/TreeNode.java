package jp.chukan.contract.evidence;

/**
 * The top of a subtree that is whole, which nothing that is appended later changes.
 *
 * @param level how far above the leaves; it stands over 2 to the power of this many
 * @param index which one of its level, from the left, 0 for the first
 * @param hash over its leaves
 */
public record TreeNode(int level, long index, TreeHash hash) {}
