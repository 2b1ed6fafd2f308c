package jp.chukan.contract.evidence;

/**
 * One thing that is wrong.
 *
 * @param fault what
 * @param from first position in the tree that it is about
 * @param to last one; for {@link EvidenceFault#RECORD_MOVED} where the record stands now
 * @param detail code of the catalogue or kind of the record, never anything of its content; may be
 *     empty
 */
public record EvidenceFinding(EvidenceFault fault, long from, long to, String detail) {
  /** Position of a record that has none. */
  public static final long NOWHERE = -1;
}
