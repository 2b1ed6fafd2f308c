package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.document.TrustedAuthority.Use;

/**
 * A 「信頼リスト」 that the network signed, with its authorities parsed.
 *
 * @param list what is shown of it
 * @param authorities by what they may issue certificates for
 */
record ProvedTrustList(TrustListInForce list, Map<Use, Set<X509Certificate>> authorities) {
  ProvedTrustList {
    authorities = Map.copyOf(new EnumMap<>(authorities));
  }

  List<X509Certificate> of(Use use) {
    return List.copyOf(authorities.getOrDefault(use, Set.of()));
  }

  boolean counts(Instant now, Duration grace) {
    return now.isBefore(list.nextAt().plus(grace));
  }
}
