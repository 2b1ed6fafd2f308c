package jp.chukan.mocknetwork.municipality;

/** 「業務システム」: each has its own 宛名番号 for a person (MS-33). */
public enum BusinessSystem {
  /** 住民記録. */
  RESIDENT_RECORDS,
  /** 税務. */
  TAX,
  /** 国民健康保険. */
  HEALTH_INSURANCE
}
