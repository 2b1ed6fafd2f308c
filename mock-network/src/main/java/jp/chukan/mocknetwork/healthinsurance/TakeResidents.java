package jp.chukan.mocknetwork.healthinsurance;

import java.util.Objects;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「異動通知」 at the 国民健康保険システム: the copy of the resident is renewed. */
@Component("takeResidentsOfHealthInsurance")
final class TakeResidents {
  private final InsuredResidents residents;
  private final TransactionOperations transaction;

  TakeResidents(InsuredResidents residents, TransactionOperations transaction) {
    this.residents = residents;
    this.transaction = transaction;
  }

  /**
   * Takes notices of one municipality, all or none.
   *
   * @throws jp.chukan.mocknetwork.link.RefusedCallException NUMBER_OF_ANOTHER when a position
   *     belongs to somebody else
   */
  ResidentNotices.Taken take(String place, ResidentNotices notices) {
    return Objects.requireNonNull(
        transaction.execute(
            status ->
                new ResidentNotices.Taken(
                    residents.at(place).take(place, notices.residents()).size())));
  }
}
