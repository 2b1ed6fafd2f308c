package jp.chukan.mocknetwork.nationalserver;

import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Hands the 「処理通番」 of all prefectures, and of the ministries, to the core system (T:2943). */
@Component
public final class CarryNumbers {
  private final Systems systems;

  CarryNumbers(Systems systems) {
    this.systems = systems;
  }

  /**
   * Those of a prefecture.
   *
   * @param from the 都道府県サーバ that sent them
   * @throws jp.chukan.mocknetwork.link.RefusedCallException FORBIDDEN_SENDER when a number belongs
   *     to an institution elsewhere
   */
  CarriedNumbers.Taken carry(CountrySystem from, CarriedNumbers numbers) {
    numbers.requireFrom(from.place());
    return carry(numbers);
  }

  /** Those of a ministry, which has a terminal at the 全国サーバ itself. */
  public CarriedNumbers.Taken carry(CarriedNumbers numbers) {
    return systems.send(
        CountrySystem.only(SystemKind.NATIONAL_SERVER),
        CountrySystem.only(SystemKind.CORE_SYSTEM),
        CarriedNumbers.MESSAGE,
        numbers,
        CarriedNumbers.Taken.class);
  }
}
