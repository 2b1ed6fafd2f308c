package jp.chukan.mocknetwork.qualificationcheck;

import java.time.LocalDate;

/**
 * 「資格喪失」.
 *
 * @param on 資格喪失年月日: the first day without
 * @param reason 資格喪失事由
 */
public record QualificationLoss(LocalDate on, LossReason reason) {}
