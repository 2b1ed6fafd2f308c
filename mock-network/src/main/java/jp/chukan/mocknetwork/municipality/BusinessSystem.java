package jp.chukan.mocknetwork.municipality;

/** 「業務システム」: each has its own 宛名番号 for a person (MS-33), and may have persons of its own. */
public enum BusinessSystem {
  /** 住民記録: the residents. */
  RESIDENT_RECORDS(50_000_000),
  /** 税務: the residents, and then those of another municipality who own land here. */
  TAX(70_000_000),
  /** 国民健康保険: the residents. */
  HEALTH_INSURANCE(60_000_000);

  private final int firstNumber;

  BusinessSystem(int firstNumber) {
    this.firstNumber = firstNumber;
  }

  /** 宛名番号 of the person at position 0; the others follow. */
  int firstNumber() {
    return firstNumber;
  }
}
