package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * One 「情報提供等記録」 of another party: what was asked and what became of it, and not about whom.
 *
 * @param keeper whose record it is
 * @param number 「処理通番」
 * @param inquirer who asked
 * @param provider who was asked
 * @param affair 事務
 * @param procedure 事務手続
 * @param information 特定個人情報名
 * @param inquiredAt when it was asked, as the keeper has it
 * @param outcome how it stands
 * @param errorCode identifier of the catalogue, null unless refused
 * @param refusedByNetwork {@code 1} when the network refused on its own, so that the provider has
 *     no record; {@code 0} otherwise
 */
public record ReportedExchange(
    @JsonProperty("Keeper") Keeper keeper,
    @JsonProperty("ProcessingNumber") ProcessingNumber number,
    @JsonProperty("Inquirer") InstitutionCode inquirer,
    @JsonProperty("Provider") InstitutionCode provider,
    @JsonProperty("Affair") AffairCode affair,
    @JsonProperty("Procedure") ProcedureCode procedure,
    @JsonProperty("Information") SpecificPersonalInformationCode information,
    @JsonProperty("InquiredAt") Instant inquiredAt,
    @JsonProperty("Outcome") Outcome outcome,
    @JsonProperty("ErrorCode") @Nullable String errorCode,
    @JsonProperty("RefusedByNetwork") String refusedByNetwork) {

  /** Whose record. */
  public enum Keeper {
    /** 「情報提供ネットワークシステム」. */
    NETWORK,
    /** Who asked. */
    INQUIRER,
    /** Who was asked. */
    PROVIDER
  }

  /** How an exchange stands. */
  public enum Outcome {
    /** Nobody has answered yet. */
    PENDING,
    PROVIDED,
    REFUSED
  }

  /** Whether the provider was never asked. */
  public boolean neverReachedProvider() {
    return "1".equals(refusedByNetwork);
  }
}
