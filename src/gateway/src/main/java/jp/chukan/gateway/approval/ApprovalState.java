package jp.chukan.gateway.approval;

/** How a case stands; only the first is reachable before people can decide. */
public enum ApprovalState {
  /** 「承認待ち」. */
  AWAITING,
  /** 「承認」: the answer was released. */
  APPROVED,
  /** 「却下」. */
  DECLINED,
  /** The permit ran out before anybody decided. */
  EXPIRED
}
