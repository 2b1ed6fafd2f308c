package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * 「情報提供等記録」 as the network or an inquirer keeps it: what was asked and what became of it, and not
 * about whom.
 *
 * @param processingNumber the exchange
 * @param inquirer who asked
 * @param provider who was asked
 * @param affair 事務
 * @param procedure 事務手続
 * @param information which 「特定個人情報」
 * @param outcome how it ended
 * @param errorCode identifier of the catalogue, null unless refused
 * @param refusedByCore whether the network refused on its own, so that the provider has no record
 * @param requestedAt when it was asked
 * @param answeredAt when the answer came, null when none did
 */
public record ExchangeRecord(
    ProcessingNumber processingNumber,
    InstitutionCode inquirer,
    InstitutionCode provider,
    AffairCode affair,
    ProcedureCode procedure,
    SpecificPersonalInformationCode information,
    Outcome outcome,
    @Nullable String errorCode,
    boolean refusedByCore,
    Instant requestedAt,
    @Nullable Instant answeredAt) {

  /** How an exchange ended. */
  public enum Outcome {
    PENDING,
    PROVIDED,
    REFUSED
  }
}
