package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;

/**
 * One row of the 「照会許可照合リスト」.
 *
 * @param inquirer 照会者
 * @param affair 事務
 * @param procedure 事務手続
 * @param provider 提供者
 * @param information 特定個人情報名
 * @param validFrom first day on which it is permitted
 * @param validTo last day, null when open
 */
public record PermittedInquiry(
    @JsonProperty("Inquirer") InstitutionCode inquirer,
    @JsonProperty("Affair") AffairCode affair,
    @JsonProperty("Procedure") ProcedureCode procedure,
    @JsonProperty("Provider") InstitutionCode provider,
    @JsonProperty("Information") SpecificPersonalInformationCode information,
    @JsonProperty("ValidFrom") LocalDate validFrom,
    @JsonProperty("ValidTo") @Nullable LocalDate validTo) {}
