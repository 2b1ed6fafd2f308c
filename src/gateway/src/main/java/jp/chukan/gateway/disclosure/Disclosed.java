package jp.chukan.gateway.disclosure;

import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What is disclosed to a person: exactly one of these. */
public sealed interface Disclosed {

  /**
   * This.
   *
   * @param document content of the envelope
   * @param addressee about whom it is, null when the 「符号」 is not known here
   */
  record Shown(Object document, @Nullable UnifiedAddresseeNumber addressee) implements Disclosed {}

  /**
   * Nothing.
   *
   * @param code why, as the asker is told; says nothing about the person
   */
  record Denied(ErrorCode code) implements Disclosed {}
}
