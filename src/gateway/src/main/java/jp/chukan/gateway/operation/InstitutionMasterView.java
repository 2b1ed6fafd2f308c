package jp.chukan.gateway.operation;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.institution.InstitutionMasters.StandingVersion;
import jp.chukan.gateway.institution.MasterActor;
import jp.chukan.gateway.institution.MasterDifference;
import jp.chukan.gateway.institution.MasterDifference.Kind;
import jp.chukan.gateway.institution.MasterDifference.RowChange;
import jp.chukan.gateway.institution.MasterProposal;
import jp.chukan.gateway.institution.MasterState;
import jp.chukan.gateway.institution.MasterVersion;
import org.jspecify.annotations.Nullable;

/** A version of the 「機関マスタ」 and what it changes, as the operator sees it. */
record InstitutionMasterView(VersionView version, Counts counts, List<RowChange> changes) {

  /** How it stands, and who brought it there. */
  record VersionView(
      int version,
      @Nullable Integer base,
      MasterState state,
      int rows,
      Instant proposedAt,
      ActorView proposedBy,
      @Nullable Instant activatedAt,
      @Nullable ActorView activatedBy) {

    static VersionView of(StandingVersion standing) {
      return of(standing.version(), standing.state());
    }

    static VersionView of(MasterVersion version, MasterState state) {
      MasterVersion.Activation activation = version.activation();
      return new VersionView(
          version.version(),
          version.base(),
          state,
          version.rows(),
          version.proposedAt(),
          ActorView.of(version.proposedBy()),
          activation == null ? null : activation.at(),
          activation == null ? null : ActorView.of(activation.by()));
    }
  }

  /** Who did it. */
  record ActorView(String name, @Nullable InstitutionCode institution) {

    static ActorView of(MasterActor actor) {
      return new ActorView(actor.name(), actor.institution());
    }
  }

  /** How many rows of each kind. */
  record Counts(long added, long changed, long ended, long removed, long unchanged) {

    static Counts of(MasterDifference difference) {
      return new Counts(
          difference.count(Kind.ADDED),
          difference.count(Kind.CHANGED),
          difference.count(Kind.ENDED),
          difference.count(Kind.REMOVED),
          difference.unchanged());
    }
  }

  static InstitutionMasterView of(MasterProposal proposal) {
    return new InstitutionMasterView(
        VersionView.of(proposal.version(), proposal.state()),
        Counts.of(proposal.difference()),
        proposal.difference().changes());
  }
}
