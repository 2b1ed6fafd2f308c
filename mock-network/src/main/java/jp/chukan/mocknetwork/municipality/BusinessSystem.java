package jp.chukan.mocknetwork.municipality;

import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;

/** 「業務システム」: each has its own 宛名番号 for a person (MS-33), and may have persons of its own. */
public enum BusinessSystem {
  /** 住民記録: the residents. */
  RESIDENT_RECORDS(50_000_000),
  /**
   * 税務: the residents there were at first, then those of another municipality who own land here;
   * whoever became a resident later comes after them.
   */
  TAX(70_000_000),
  /** 国民健康保険: the residents. */
  HEALTH_INSURANCE(60_000_000);

  private final int firstNumber;

  BusinessSystem(int firstNumber) {
    this.firstNumber = firstNumber;
  }

  /** 宛名番号 of a resident, by the position in the 住民票 of the municipality. */
  public AddresseeNumber ofResident(int position) {
    boolean behindOwners = this == TAX && position >= ResidentRegister.GENERATED;
    return new AddresseeNumber(
        String.valueOf(firstNumber + position + (behindOwners ? ResidentRegister.GENERATED : 0)));
  }

  /** 宛名番号 of the person at position 0; the others follow. */
  int firstNumber() {
    return firstNumber;
  }
}
