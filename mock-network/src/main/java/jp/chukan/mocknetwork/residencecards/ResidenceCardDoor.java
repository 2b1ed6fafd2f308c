package jp.chukan.mocknetwork.residencecards;

import jp.chukan.mocknetwork.foreignresident.MunicipalNotice;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where municipalities reach the 在留カード等発行システム. */
@Component
final class ResidenceCardDoor {
  ResidenceCardDoor(Systems systems, TakeMunicipalNotice notices) {
    systems
        .doorOf(CountrySystem.only(SystemKind.RESIDENCE_CARDS))
        .takes(
            MunicipalNotice.MESSAGE,
            SystemKind.RESIDENT_RECORDS,
            MunicipalNotice.class,
            (from, notice) -> notices.take(from.place(), notice));
  }
}
