package jp.chukan.gateway.crypto;

import jp.chukan.contract.crypto.UnreadableAtRestException;

/**
 * The data keys of an institution were destroyed: nothing of it can be read any more, and nothing
 * is kept for it again.
 */
public final class DestroyedDataKeysException extends UnreadableAtRestException {
  private static final long serialVersionUID = 1L;

  DestroyedDataKeysException() {
    super("the data keys of this institution were destroyed");
  }
}
