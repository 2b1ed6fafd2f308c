package jp.chukan.mocknetwork.municipalserver;

import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Hands the 「処理通番」 of its municipality up (T:2943); a number of another one is refused. */
@Component
final class CarryMunicipalNumbers {
  private final Systems systems;

  CarryMunicipalNumbers(Systems systems) {
    this.systems = systems;
  }

  /**
   * @throws jp.chukan.mocknetwork.link.RefusedCallException FORBIDDEN_SENDER when a number belongs
   *     to another institution
   */
  CarriedNumbers.Taken carry(CountrySystem owner, CarriedNumbers numbers) {
    numbers.requireFrom(owner.place());
    return systems.send(
        owner,
        new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture()),
        CarriedNumbers.MESSAGE,
        numbers,
        CarriedNumbers.Taken.class);
  }
}
