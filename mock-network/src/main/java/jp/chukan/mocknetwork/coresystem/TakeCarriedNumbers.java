package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.mocknetwork.residentregister.CarriedNumber;
import jp.chukan.mocknetwork.residentregister.CoreSystemIntake;
import org.springframework.stereotype.Component;

/** Takes 「処理通番」 with their 「住民票コード」 from the resident-register network, and has codes delivered. */
@Component
final class TakeCarriedNumbers implements CoreSystemIntake {
  private final LinkageCodeNotices notices;
  private final DeliverLinkageCodes delivery;
  private final InstantSource clock;

  TakeCarriedNumbers(
      LinkageCodeNotices notices, DeliverLinkageCodes delivery, InstantSource clock) {
    this.notices = notices;
    this.delivery = delivery;
    this.clock = clock;
  }

  @Override
  public void take(List<CarriedNumber> numbers) {
    notices.keep(numbers, clock.instant());
    numbers.stream().map(CarriedNumber::institution).distinct().forEach(delivery::deliver);
  }
}
