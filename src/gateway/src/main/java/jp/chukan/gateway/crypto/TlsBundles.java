package jp.chukan.gateway.crypto;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.crypto.TlsKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.stereotype.Component;

/**
 * Gives the connections the newest valid key, at the start and whenever another one takes its
 * place. Connections that are open go on; whoever connects next is shown the new one.
 */
@Component
class TlsBundles implements SslBundleRegistrar {
  private static final SslOptions TLS_13 = SslOptions.of(null, Set.of("TLSv1.3"));

  private final InstalledKeys keys;
  private final KeySettings settings;
  private final InstantSource clock;
  private final Map<TlsBundle, InUse> inUse = new EnumMap<>(TlsBundle.class);

  private volatile @Nullable SslBundleRegistry registry;

  TlsBundles(InstalledKeys keys, KeySettings settings, InstantSource clock) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a bundle was made of. */
  private record InUse(String keyId, Set<Certificate> trusted) {}

  @Override
  public synchronized void registerBundles(SslBundleRegistry bundles) {
    registry = bundles;
    for (TlsBundle bundle : TlsBundle.values()) {
      TlsKey key = key(bundle);
      KeyStore trust = keys.trustStore();
      bundles.registerBundle(bundle.id(), made(key, trust));
      inUse.put(bundle, new InUse(key.keyId(), trusted(trust)));
    }
  }

  /** Puts what is newest now in the place of what was; does nothing when that is the same. */
  synchronized void renew() {
    SslBundleRegistry bundles = registry;
    if (bundles == null) {
      return;
    }
    KeyStore trust = keys.trustStore();
    for (TlsBundle bundle : TlsBundle.values()) {
      TlsKey key = key(bundle);
      InUse now = new InUse(key.keyId(), trusted(trust));
      if (!now.equals(inUse.get(bundle))) {
        bundles.updateBundle(bundle.id(), made(key, trust));
        inUse.put(bundle, now);
      }
    }
  }

  private TlsKey key(TlsBundle bundle) {
    KeySet<TlsKey> set = keys.ring().tls().get(bundle);
    if (set == null) {
      throw new IllegalStateException("every bundle has keys");
    }
    return set.inUse(TlsKey::certificate, clock.instant());
  }

  private SslBundle made(TlsKey key, KeyStore trust) {
    return SslBundle.of(
        SslStoreBundle.of(key.store(), settings.password(), trust),
        SslBundleKey.of(settings.password(), key.alias()),
        TLS_13);
  }

  private static Set<Certificate> trusted(KeyStore store) {
    try {
      Set<Certificate> trusted = new HashSet<>();
      for (String alias : Collections.list(store.aliases())) {
        trusted.add(store.getCertificate(alias));
      }
      return trusted;
    } catch (KeyStoreException e) {
      throw new IllegalStateException("the store was loaded", e);
    }
  }
}
