package jp.chukan.mocknetwork.residentregister;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 「全国サーバ」: hands the numbers of all prefectures, and of the ministries, to the core system. */
@Component
public final class NationalServer {
  private static final Logger log = LoggerFactory.getLogger(NationalServer.class);
  private final CoreSystemIntake core;

  NationalServer(CoreSystemIntake core) {
    this.core = core;
  }

  public void carry(List<CarriedNumber> numbers) {
    log.debug("{} numbers to the core system", numbers.size());
    core.take(numbers);
  }
}
