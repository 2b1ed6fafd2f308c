package jp.chukan.gateway.citizennotice;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/** Tells the municipality whether a notice was read (MS-78), and nothing of what it says. */
@Component
public class CitizenNoticeStates {
  private final StoredNotices notices;
  private final InstitutionTransactions transactions;

  CitizenNoticeStates(StoredNotices notices, InstitutionTransactions transactions) {
    this.notices = notices;
    this.transactions = transactions;
  }

  /**
   * @throws InvalidInputException {@link ErrorCode#OSR_UNKNOWN_NOTICE} for a number that this
   *     institution was never given
   */
  public CitizenNoticeState of(InstitutionCode institution, ReceptionNumber number) {
    return transactions
        .within(institution, () -> notices.find(institution, number))
        .map(CitizenNoticeState::of)
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.OSR_UNKNOWN_NOTICE));
  }
}
