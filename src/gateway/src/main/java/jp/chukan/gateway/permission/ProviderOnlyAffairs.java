package jp.chukan.gateway.permission;

import java.util.Set;
import jp.chukan.contract.code.AffairCode;

/**
 * The 事務 that only ever provide (MS-16): nobody inquires in the name of 住民基本台帳事務, whatever a list
 * says. The code is an assumption of this project.
 */
final class ProviderOnlyAffairs {
  /** 住民基本台帳事務. */
  static final AffairCode RESIDENT_REGISTER = new AffairCode("JM09000000000001");

  private static final Set<AffairCode> ALL = Set.of(RESIDENT_REGISTER);

  private ProviderOnlyAffairs() {}

  static boolean holds(AffairCode affair) {
    return ALL.contains(affair);
  }
}
