package jp.chukan.contract.evidence;

/**
 * Positions of the tree, one behind the other, of whose leaves the bodies were purged.
 *
 * @param from the first
 * @param to the last
 */
public record PurgedRange(long from, long to) {}
