package jp.chukan.mocknetwork.portal;

import java.util.List;

/**
 * One exchange in words that everybody reads.
 *
 * @param when day and time in Japan
 * @param who who asked whom
 * @param what what it was about
 * @param items names of the items
 * @param why what for
 * @param law what allows it
 * @param result what became of it
 * @param provided whether information went out
 * @param number 「処理通番」, to ask the institution with
 */
public record ExchangeLine(
    String when,
    String who,
    String what,
    List<String> items,
    String why,
    String law,
    String result,
    boolean provided,
    String number) {
  public ExchangeLine {
    items = List.copyOf(items);
  }

  /** Shows nothing: all of it is about a person. */
  @Override
  public String toString() {
    return "ExchangeLine[redacted]";
  }
}
