package jp.chukan.mocknetwork.certificateauthority;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes wrong with revocation data until somebody says otherwise. */
@Component
public final class RevocationFaults {
  private volatile @Nullable RevocationFault ordered;

  /**
   * From now on.
   *
   * @param fault null for nothing
   */
  public void order(@Nullable RevocationFault fault) {
    ordered = fault;
  }

  @Nullable RevocationFault current() {
    return ordered;
  }
}
