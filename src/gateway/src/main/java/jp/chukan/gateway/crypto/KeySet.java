package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys for one use, old and new side by side.
 *
 * @param leading those of which one is in use, by their names
 * @param others those that are kept for what came about with them before
 */
record KeySet<K>(Map<String, K> leading, Map<String, K> others) {
  KeySet {
    leading = Map.copyOf(leading);
    others = Map.copyOf(others);
  }

  /** All of them, those that lead first, each in the order of their names. */
  Collection<K> all() {
    return Stream.of(leading, others)
        .flatMap(keys -> new TreeMap<>(keys).values().stream())
        .toList();
  }

  /**
   * The newest that is valid now. When none is, the one that ended last goes on, so that what is
   * refused is refused by whoever looks at its certificate and nothing is lost here; the health of
   * the server says so.
   */
  K inUse(Function<K, X509Certificate> certificate, Instant now) {
    return leading.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .max(Comparator.comparing(certificate, newest(now)))
        .orElseThrow(() -> new IllegalStateException("a set of keys is never empty"));
  }

  /** What is valid now comes last, and of that what began last; before it what has ended. */
  private static Comparator<X509Certificate> newest(Instant now) {
    Date date = Date.from(now);
    Comparator<X509Certificate> began =
        Comparator.comparing((X509Certificate one) -> !one.getNotBefore().after(date));
    Comparator<X509Certificate> valid =
        Comparator.comparing((X509Certificate one) -> isValid(one, date));
    return valid
        .thenComparing(began)
        .thenComparing(
            (one, other) ->
                isValid(one, date)
                    ? one.getNotBefore().compareTo(other.getNotBefore())
                    : one.getNotAfter().compareTo(other.getNotAfter()));
  }

  private static boolean isValid(X509Certificate certificate, Date now) {
    return !certificate.getNotBefore().after(now) && certificate.getNotAfter().after(now);
  }

  /** Names only. */
  @Override
  public String toString() {
    return "KeySet[" + leading.keySet() + ", " + others.keySet() + "]";
  }
}
