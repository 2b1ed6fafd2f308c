package jp.chukan.mocknetwork.residentregister;

import java.util.List;
import org.springframework.stereotype.Component;

/** 「都道府県サーバ」: passes on what the municipalities send. */
@Component
final class PrefecturalServer {
  private final NationalServer national;

  PrefecturalServer(NationalServer national) {
    this.national = national;
  }

  void carry(List<CarriedNumber> numbers) {
    national.carry(numbers);
  }
}
