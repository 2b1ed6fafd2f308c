package jp.chukan.gateway.institution;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of the 「機関マスタ」, to look at. */
@Component
public class InstitutionMasters {
  private final InstitutionMasterStore store;

  InstitutionMasters(InstitutionMasterStore store) {
    this.store = store;
  }

  /**
   * A version as it stands.
   *
   * @param version the version
   * @param state whether it may be activated, is in force, or neither
   */
  public record StandingVersion(MasterVersion version, MasterState state) {}

  /** All of them, the newest first. */
  public List<StandingVersion> all() {
    Integer inForce = inForce();
    return store.versions().stream()
        .map(version -> new StandingVersion(version, MasterState.of(version, inForce)))
        .toList();
  }

  /** One version with what it changes, or empty when there is no such version. */
  public Optional<MasterProposal> find(int version) {
    return store.find(version).map(this::proposal);
  }

  private MasterProposal proposal(MasterVersion version) {
    List<MasterEntry> before = version.base() == null ? List.of() : store.entries(version.base());
    return new MasterProposal(
        version,
        MasterState.of(version, inForce()),
        MasterDifference.between(before, store.entries(version.version())));
  }

  private @Nullable Integer inForce() {
    return store.inForce().map(MasterInForce::version).orElse(null);
  }
}
