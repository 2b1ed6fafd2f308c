package jp.chukan.mocknetwork.border;

/**
 * One message over the border with its answer, or one that was opened behind it. What it said is
 * not in it.
 *
 * @param way which way it went
 * @param party name of the key, or 機関コード, on the country's side; empty when the address does not
 *     say
 * @param message its address without anything that stands for a person or an institution
 * @param bytes length of message and answer
 * @param taken whether it was
 */
public record Crossing(Way way, String party, String message, long bytes, boolean taken) {
  /** Which way a message goes. */
  public enum Way {
    /** From the country to the server. */
    TO_SERVER,
    /** From the server to the country. */
    FROM_SERVER,
    /** In an envelope that was opened, or before it was closed. */
    IN_ENVELOPE
  }
}
