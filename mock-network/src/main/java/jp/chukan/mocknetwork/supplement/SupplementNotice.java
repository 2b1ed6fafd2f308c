package jp.chukan.mocknetwork.supplement;

import java.util.Set;

/** 「通知区分」: what a notice about a 附票 is. */
public enum SupplementNotice {
  /** 記載: birth, naturalisation, or a 本籍 that came here. */
  ENTERED("記載", Set.of(SupplementState.IN_JAPAN)),
  /** 国外からの転入 of somebody whose 附票 stayed. */
  RETURNED("国外からの転入", Set.of(SupplementState.IN_JAPAN)),
  /** 住所の異動, which changes the address and nothing else. */
  MOVED("住所の異動", Set.of(SupplementState.IN_JAPAN)),
  /** 修正. */
  CORRECTED("修正", Set.of(SupplementState.IN_JAPAN, SupplementState.ABROAD)),
  /** 国外転出: the address becomes 最終住所. */
  LEFT_THE_COUNTRY("国外転出", Set.of(SupplementState.ABROAD)),
  /** 死亡による消除. */
  DIED("死亡による消除", Set.of(SupplementState.REMOVED)),
  /** 転籍による消除: the 本籍 went to another municipality. */
  TRANSFERRED("転籍による消除", Set.of(SupplementState.REMOVED));

  private final String japanese;
  private final Set<SupplementState> states;

  SupplementNotice(String japanese, Set<SupplementState> states) {
    this.japanese = japanese;
    this.states = states;
  }

  /** As it is printed. */
  public String japanese() {
    return japanese;
  }

  /** Whether a 附票 can be so after it. */
  boolean leadsTo(SupplementState state) {
    return states.contains(state);
  }

  /** Whether it is a 消除. */
  public boolean isRemoval() {
    return this == DIED || this == TRANSFERRED;
  }
}
