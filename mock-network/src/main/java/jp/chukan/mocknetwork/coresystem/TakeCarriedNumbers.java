package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.mocknetwork.carriednumber.CarriedNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Takes 「処理通番」 with their 「住民票コード」 from the resident-register network, and has codes delivered. */
@Component
final class TakeCarriedNumbers {
  private final LinkageCodeNotices notices;
  private final DeliverLinkageCodes delivery;
  private final InstantSource clock;

  TakeCarriedNumbers(
      Systems systems,
      LinkageCodeNotices notices,
      DeliverLinkageCodes delivery,
      InstantSource clock) {
    this.notices = notices;
    this.delivery = delivery;
    this.clock = clock;
    systems
        .doorOf(CountrySystem.only(SystemKind.CORE_SYSTEM))
        .takes(
            CarriedNumbers.MESSAGE,
            SystemKind.NATIONAL_SERVER,
            CarriedNumbers.class,
            (from, message) -> take(message.numbers()));
  }

  /** Takes each number over once; the same number again changes nothing. */
  private CarriedNumbers.Taken take(List<CarriedNumber> numbers) {
    notices.keep(numbers, clock.instant());
    numbers.stream().map(CarriedNumber::institution).distinct().forEach(delivery::deliver);
    return new CarriedNumbers.Taken(numbers.size());
  }
}
