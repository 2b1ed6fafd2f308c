package jp.chukan.gateway.crypto;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.DataKey;
import jp.chukan.contract.crypto.UnreadableAtRestException;
import jp.chukan.contract.crypto.WrappingKey;

/** The master keys: the newest wraps, all of them unwrap what they once wrapped. */
public final class MasterKeys {
  private final Supplier<KeySet<WrappingKey>> keys;

  MasterKeys(Supplier<KeySet<WrappingKey>> keys) {
    this.keys = keys;
  }

  /** These and no others, whatever is in the key store. */
  public static MasterKeys of(WrappingKey... keys) {
    Map<String, WrappingKey> all =
        Stream.of(keys).collect(Collectors.toMap(WrappingKey::id, key -> key));
    KeySet<WrappingKey> fixed = new KeySet<>(all, Map.of());
    return new MasterKeys(() -> fixed);
  }

  /** The one with the highest number among those in the store that is configured. */
  WrappingKey newest() {
    return keys.get().leading().values().stream()
        .max(Comparator.comparing(key -> number(key.id())))
        .orElseThrow(() -> new IllegalStateException("there is always a master key"));
  }

  /** Id of the one that wraps. */
  public String newestId() {
    return newest().id();
  }

  /** The ids of all. */
  public List<String> ids() {
    return keys.get().all().stream().map(WrappingKey::id).sorted().toList();
  }

  /**
   * The data key again.
   *
   * @param master id of the master key that wrapped it
   * @throws UnreadableAtRestException when that key is not there, or did not wrap this
   */
  DataKey unwrap(String master, byte[] wrapped) {
    return keys.get().all().stream()
        .filter(key -> key.id().equals(master))
        .findFirst()
        .orElseThrow(() -> new UnreadableAtRestException("the key " + master + " is not there"))
        .unwrap(wrapped);
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
  }
}
