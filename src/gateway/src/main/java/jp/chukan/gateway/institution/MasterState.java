package jp.chukan.gateway.institution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a version of the master stands today. */
public enum MasterState {
  /** Taken in against the version in force; it may be activated. */
  PROPOSED,
  /** Every question is answered from it. */
  IN_FORCE,
  /** It was in force before. */
  SUPERSEDED,
  /** Taken in against another version than the one in force; it cannot be activated any more. */
  STALE;

  /**
   * @param inForce the version in force, null while there is none
   */
  static MasterState of(MasterVersion version, @Nullable Integer inForce) {
    if (version.activation() != null) {
      return Objects.equals(version.version(), inForce) ? IN_FORCE : SUPERSEDED;
    }
    return Objects.equals(version.base(), inForce) ? PROPOSED : STALE;
  }
}
