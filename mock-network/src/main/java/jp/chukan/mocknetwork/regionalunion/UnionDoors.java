package jp.chukan.mocknetwork.regionalunion;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;

/** Where the 既存住基システム of the municipalities of a prefecture feed their 広域連合 (T:3904). */
@Component
final class UnionDoors {
  UnionDoors(Systems systems, TakeDailyFeed feed) {
    for (CountrySystem union : systems.of(SystemKind.REGIONAL_UNION)) {
      systems
          .doorOf(union)
          .takes(
              ResidentNotices.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              ResidentNotices.class,
              (from, notices) -> feed.take(union, from.place(), notices));
    }
  }
}
