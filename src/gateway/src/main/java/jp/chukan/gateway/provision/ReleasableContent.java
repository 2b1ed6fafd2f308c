package jp.chukan.gateway.provision;

import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.replica.ReplicaLookup;
import org.jspecify.annotations.Nullable;

/** What could leave for a held request at this moment: exactly one of these. */
public sealed interface ReleasableContent {

  /**
   * A 「副本」 answers the request.
   *
   * @param information exactly what would leave if nothing were withheld
   * @param replica the 「副本」 that it is made of
   * @param digest says that this content was seen
   */
  record Providable(
      ProvidedInformation information, ReplicaLookup.Found replica, ContentDigest digest)
      implements ReleasableContent {}

  /** No 「副本」 is published for the person; one that is registered meanwhile appears. */
  record NotRegistered() implements ReleasableContent {}

  /**
   * What is stored and what was asked do not fit one layout.
   *
   * @param item the asked item that the layout lacks, null when it is not about one
   */
  record LayoutMismatch(@Nullable ItemCode item) implements ReleasableContent {}

  /**
   * The request may not be answered any more: today's list, permit, path, key or signature.
   *
   * @param code why
   */
  record NotPermitted(ErrorCode code) implements ReleasableContent {}
}
