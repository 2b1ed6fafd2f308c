package jp.chukan.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A gate for each institution at each door, made when the server starts (MS-90): who floods its own
 * is refused there, and takes nothing from the others. All who have not proven who they are share
 * one.
 */
@Component
public class Gates {
  private static final int MOST_ADDRESSES = 10_000;

  private final Map<Door, Map<InstitutionCode, Gate>> gates;
  private final Map<Door, Gate> strangers;

  /** Of browsers before the login; of more addresses than these, the stillest are forgotten. */
  private final LoadingCache<String, Gate> addresses;

  Gates(
      LimitSettings settings,
      ServedInstitutions served,
      @Value("${chukan.console.platform}") String platform,
      InstantSource clock) {
    List<InstitutionCode> institutions = served.codesAnd(new InstitutionCode(platform));
    Map<Door, Map<InstitutionCode, Gate>> own = new HashMap<>();
    Map<Door, Gate> shared = new HashMap<>();
    for (Door door : Door.values()) {
      Map<InstitutionCode, Gate> ofDoor = new HashMap<>();
      for (InstitutionCode institution : institutions) {
        ofDoor.put(institution, new Gate(settings.of(door), clock));
      }
      own.put(door, Map.copyOf(ofDoor));
      shared.put(door, new Gate(settings.stranger(), clock));
    }
    this.gates = Map.copyOf(own);
    this.strangers = Map.copyOf(shared);
    this.addresses =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(settings.console().within())
            .build(address -> new Gate(settings.console(), clock));
  }

  /**
   * Asks for a turn.
   *
   * @param institution whose the request is; null, or one that is not served, shares with all such
   * @param upload whether it brings a file that is read as a stream
   */
  public Admission enter(Door door, @Nullable InstitutionCode institution, boolean upload) {
    Gate shared = Objects.requireNonNull(strangers.get(door));
    Map<InstitutionCode, Gate> own = Objects.requireNonNull(gates.get(door));
    return (institution == null ? shared : own.getOrDefault(institution, shared)).enter(upload);
  }

  /** Asks for a turn at the console for who has not signed in yet, by {@link PeerNetwork}. */
  public Admission enterFrom(String address, boolean upload) {
    return addresses.get(PeerNetwork.of(address)).enter(upload);
  }
}
