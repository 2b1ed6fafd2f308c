package jp.chukan.mocknetwork.insurerserver;

import java.time.LocalDate;
import jp.chukan.mocknetwork.qualificationcheck.AcquisitionReason;
import jp.chukan.mocknetwork.qualificationcheck.QualificationLoss;

/**
 * A time during which somebody was insured, which is over.
 *
 * @param acquiredOn 資格取得年月日
 * @param acquired 資格取得事由
 * @param loss 資格喪失
 */
public record FormerPeriod(
    LocalDate acquiredOn, AcquisitionReason acquired, QualificationLoss loss) {}
