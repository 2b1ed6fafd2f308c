package jp.chukan.mocknetwork.supplementserver;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;

/**
 * One line of the record of outputs (JN-11, JN-12, JN-37): a person about whom something was put
 * out, or that nothing was.
 *
 * @param at when
 * @param kind what it was
 * @param requester system that asked
 * @param operator 操作者ID
 * @param affair 事務
 * @param individualNumber whether the 個人番号 went along
 * @param fault why nothing was put out; empty when it was
 */
record SupplementUse(
    Instant at,
    Kind kind,
    String requester,
    String operator,
    String affair,
    boolean individualNumber,
    Optional<Fault> fault) {
  /** What can be put out. */
  enum Kind {
    /** 提供. */
    PROVISION,
    /** 一括提供. */
    BULK_PROVISION,
    /** 検索. */
    SEARCH,
    /** 附票全国サーバへの照会. */
    INQUIRY,
    /** 開示. */
    DISCLOSURE
  }
}
