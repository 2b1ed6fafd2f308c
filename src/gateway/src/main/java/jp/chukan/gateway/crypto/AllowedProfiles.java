package jp.chukan.gateway.crypto;

import java.util.Set;
import jp.chukan.contract.crypto.CryptoProfile;

/**
 * The 「暗号方式」 that are allowed here. An answer is sealed, and opened, with the strongest of them
 * that the key of the inquirer is for; a permit that names another is refused, so that nobody can
 * bargain it down.
 */
@FunctionalInterface
public interface AllowedProfiles {
  /** Those of this moment; none when the network allows none of those of this installation. */
  Set<CryptoProfile> now();
}
