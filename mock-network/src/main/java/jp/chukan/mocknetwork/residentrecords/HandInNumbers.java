package jp.chukan.mocknetwork.residentrecords;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * 「住基GW」: the 既存住基システム hands each 「処理通番」 with the 住民票コード of its person to the 市町村CS (T:2943). The
 * 宛名管理システム itself may not talk to the 市町村CS (I:351).
 */
@Component
public final class HandInNumbers {
  private final Systems systems;

  HandInNumbers(Systems systems) {
    this.systems = systems;
  }

  /**
   * Sends numbers up to the core, all at once.
   *
   * @throws jp.chukan.mocknetwork.link.UnreachableSystemException when a step of the way does not
   *     answer; the same numbers may be sent again
   */
  public void handIn(
      InstitutionCode municipality, Map<ProcessingNumber, ResidentRecordCode> persons) {
    if (persons.isEmpty()) {
      return;
    }
    String place = ResidentRegisters.place(municipality);
    List<CarriedNumber> numbers =
        persons.entrySet().stream()
            .map(one -> new CarriedNumber(municipality, one.getKey(), one.getValue()))
            .toList();
    systems.send(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
        CarriedNumbers.MESSAGE,
        new CarriedNumbers(numbers),
        CarriedNumbers.Taken.class);
  }
}
