package jp.chukan.gateway.record.seal;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.stereotype.Component;

/** How the tree of an institution stands, to look at; in its open transaction. */
@Component
public class EvidenceOverview {
  private final TreeHeads heads;
  private final EvidenceGuard guard;

  EvidenceOverview(TreeHeads heads, EvidenceGuard guard) {
    this.heads = heads;
    this.guard = guard;
  }

  /**
   * @param newest last head, empty before the first
   * @param stamped last one that an authority has stamped
   * @param state how far evidence is behind
   */
  public record TreeView(
      Optional<StoredHead> newest, Optional<StoredHead> stamped, EvidenceState state) {}

  public TreeView of(InstitutionCode institution, Instant now) {
    return new TreeView(heads.newest(), heads.newestStamped(), guard.state(institution, now));
  }
}
