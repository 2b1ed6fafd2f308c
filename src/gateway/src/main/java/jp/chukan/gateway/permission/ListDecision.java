package jp.chukan.gateway.permission;

/**
 * What the 「照会許可照合リスト」 says; only {@link Permitted} opens anything, everything else is a denial
 * (MS-02).
 */
public sealed interface ListDecision {

  /**
   * On the list, and within the period of its entry.
   *
   * @param version the list that said so
   */
  record Permitted(int version) implements ListDecision {}

  /**
   * Not on the list, or outside the period of its entry.
   *
   * @param version the list that said so
   */
  record NotPermitted(int version) implements ListDecision {}

  /** No list was ever received: nothing is known to be lawful. */
  record NoList() implements ListDecision {}
}
