package jp.chukan.gateway.correction;

import java.util.List;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaSnapshot;

/** What somebody who wants to see the 「副本」 of a person gets: them, or nothing. */
public sealed interface ReplicaView permits ReplicaView.Shown, CorrectionOutcome.Denied {

  /**
   * They are shown, and that they were is kept.
   *
   * @param replicas every stored record of the person, published or not
   * @param newest the layout that a new one would follow
   * @param heldApart whether a setting on the person holds answers back beside the records (MS-05)
   */
  record Shown(List<ShownReplica> replicas, StandardLayout newest, boolean heldApart)
      implements ReplicaView {

    public Shown {
      replicas = List.copyOf(replicas);
    }

    /** Never shows the content. */
    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /**
   * One of them.
   *
   * @param stored as it is
   * @param layout the layout that it follows; the newest, when its own is no longer in force
   */
  record ShownReplica(ReplicaSnapshot stored, StandardLayout layout) {}
}
