package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.document.TrustedAuthority.Use;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed at this moment: those that the installation was given, for
 * everything, and those of the 「信頼リスト」 in force, each for what it says.
 */
public final class AuthoritiesInForce {
  private final List<X509Certificate> bootstrap;
  private final Supplier<Optional<ProvedTrustList>> list;
  private volatile ByUse known;

  /** The same objects as long as the list is the same. */
  private record ByUse(
      @Nullable ProvedTrustList list, Map<Use, List<X509Certificate>> authorities) {}

  AuthoritiesInForce(List<X509Certificate> bootstrap, Supplier<Optional<ProvedTrustList>> list) {
    this.bootstrap = bootstrap;
    this.list = list;
    this.known = byUse(null);
  }

  /** Those that may issue certificates for this use, at least one. */
  public List<X509Certificate> of(Use use) {
    return Objects.requireNonNull(current().authorities().get(use));
  }

  /** All of them. */
  public Set<X509Certificate> all() {
    return current().authorities().values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Others, which somebody was given for one use alone, with those of the list for it. */
  public Supplier<List<X509Certificate>> beside(List<X509Certificate> given, Use use) {
    return new Beside(List.copyOf(given), use);
  }

  private ByUse current() {
    ProvedTrustList inForce = list.get().orElse(null);
    ByUse current = known;
    if (current.list() != inForce) {
      current = byUse(inForce);
      known = current;
    }
    return current;
  }

  private ByUse byUse(@Nullable ProvedTrustList inForce) {
    Map<Use, List<X509Certificate>> authorities = new EnumMap<>(Use.class);
    for (Use use : Use.values()) {
      authorities.put(use, together(bootstrap, listed(inForce, use)));
    }
    return new ByUse(inForce, authorities);
  }

  private static List<X509Certificate> listed(@Nullable ProvedTrustList list, Use use) {
    return list == null ? List.of() : list.of(use);
  }

  private static List<X509Certificate> together(
      List<X509Certificate> one, List<X509Certificate> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private final class Beside implements Supplier<List<X509Certificate>> {
    private final List<X509Certificate> given;
    private final Use use;
    private volatile ByUse seen;
    private volatile List<X509Certificate> all;

    Beside(List<X509Certificate> given, Use use) {
      this.given = given;
      this.use = use;
      this.seen = known;
      this.all = together(given, listed(seen.list(), use));
    }

    @Override
    public List<X509Certificate> get() {
      ByUse now = current();
      if (seen != now) {
        all = together(given, listed(now.list(), use));
        seen = now;
      }
      return all;
    }
  }
}
