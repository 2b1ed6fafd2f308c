package jp.chukan.gateway.record.seal;

import java.time.Instant;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * What the proof of a record has shown.
 *
 * @param leaf hash of the record
 * @param head that it stands under
 * @param stampedAt when an authority stamped the head, null when none did
 */
public record CheckedProof(TreeHash leaf, TreeHead head, @Nullable Instant stampedAt) {}
