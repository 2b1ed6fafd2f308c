package jp.chukan.mocknetwork.insurerserver;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where municipalities and prefectures reach their partitions (T:2143). */
@Component
final class InsurerDoors {
  InsurerDoors(Systems systems, KeepHistories histories, AcquireInsurerCodes codes) {
    systems
        .doorOf(CountrySystem.only(SystemKind.INSURER_SERVER))
        .takes(
            QualificationHistories.MESSAGE,
            SystemKind.INSURANCE_TALLY,
            QualificationHistories.class,
            histories::take)
        .takes(
            HistoryQuery.MESSAGE, SystemKind.HEALTH_INSURANCE, HistoryQuery.class, histories::find)
        .takes(
            CodeRequestFile.MESSAGE,
            SystemKind.HEALTH_INSURANCE,
            CodeRequestFile.class,
            codes::prepare)
        .takes(
            StartAcquisition.MESSAGE,
            SystemKind.HEALTH_INSURANCE,
            StartAcquisition.class,
            codes::start);
  }
}
