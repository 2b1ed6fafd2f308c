package jp.chukan.mocknetwork.qualificationcheck;

import java.util.Objects;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Where the 医療保険者等向け中間サーバー等 reaches the オンライン資格確認等システム (T:2143). */
@Component
final class CheckDoors {
  CheckDoors(
      Systems systems, CheckedQualifications qualifications, TransactionOperations transaction) {
    systems
        .doorOf(CountrySystem.only(SystemKind.QUALIFICATION_CHECK))
        .takes(
            QualificationUpdates.MESSAGE,
            SystemKind.INSURER_SERVER,
            QualificationUpdates.class,
            (from, updates) ->
                Objects.requireNonNull(
                    transaction.execute(
                        status ->
                            new QualificationUpdates.Taken(
                                (int)
                                    updates.qualifications().stream()
                                        .filter(qualifications::keep)
                                        .count()))));
  }
}
