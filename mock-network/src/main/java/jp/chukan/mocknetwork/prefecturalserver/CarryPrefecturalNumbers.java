package jp.chukan.mocknetwork.prefecturalserver;

import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Passes 「処理通番」 of a municipality on, which must be that municipality's own (T:2943, JN-09). */
@Component
final class CarryPrefecturalNumbers {
  private final Systems systems;

  CarryPrefecturalNumbers(Systems systems) {
    this.systems = systems;
  }

  /**
   * @param from the 市町村CS that sent them
   * @throws jp.chukan.mocknetwork.link.RefusedCallException FORBIDDEN_SENDER when a number belongs
   *     to another institution
   */
  CarriedNumbers.Taken carry(CountrySystem owner, CountrySystem from, CarriedNumbers numbers) {
    numbers.requireFrom(from.place());
    return systems.send(
        owner,
        CountrySystem.only(SystemKind.NATIONAL_SERVER),
        CarriedNumbers.MESSAGE,
        numbers,
        CarriedNumbers.Taken.class);
  }
}
