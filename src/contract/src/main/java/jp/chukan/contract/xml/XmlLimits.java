package jp.chukan.contract.xml;

/**
 * What one XML document may cost before it is refused.
 *
 * @param documentBytes size of the whole document
 * @param depth nesting of elements, the root counts as 1
 * @param elementCharacters text of one element
 * @param attributes attributes of one element
 * @param elements elements of the whole document
 */
public record XmlLimits(
    long documentBytes, int depth, int elementCharacters, int attributes, long elements) {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** Enough for every message: the largest holds 10,000 refused records, or one envelope. */
  public static final XmlLimits MESSAGE = new XmlLimits(16L * MIB, 16, MIB, 8, 1_000_000);

  /** Enough for a list of the network of several hundred thousand rows. */
  public static final XmlLimits LIST = new XmlLimits(256L * MIB, 16, 64 * KIB, 8, 20_000_000);

  /** An attachment is read as a stream, so that only its parts have a limit. */
  public static final XmlLimits ATTACHMENT =
      new XmlLimits(Long.MAX_VALUE, 16, 64 * KIB, 8, Long.MAX_VALUE);
}
