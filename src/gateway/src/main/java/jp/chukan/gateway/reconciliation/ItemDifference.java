package jp.chukan.gateway.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * One item in which both sides do not say the same.
 *
 * @param item its code, or the element of the period of publication
 * @param register what the register says, null when nothing
 * @param replica what the 「副本」 says, null when nothing
 */
public record ItemDifference(String item, @Nullable String register, @Nullable String replica) {

  /** Never shows the values: they are what the law protects. */
  @Override
  public String toString() {
    return "ItemDifference[" + item + "]";
  }
}
