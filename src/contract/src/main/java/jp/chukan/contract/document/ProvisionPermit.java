package jp.chukan.contract.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.time.Instant;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * 「情報提供許可証」: the network permits one provider to answer one inquirer, once.
 *
 * @param id names this permit; it is used once
 * @param processingNumber the exchange that it is for
 * @param inquirer who may read the answer
 * @param provider who may answer
 * @param affair 事務
 * @param procedure 事務手続
 * @param information what may be provided
 * @param keyId key of the inquirer: SHA-256 of its certificate (DER) in lower-case hexadecimal
 * @param profileId cryptographic profile of the answer
 * @param issuedAt not valid before
 * @param expiresAt not valid from then on
 */
@JsonRootName("ProvisionPermit")
public record ProvisionPermit(
    @JsonProperty("Id") PermitId id,
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("Inquirer") InstitutionCode inquirer,
    @JsonProperty("Provider") InstitutionCode provider,
    @JsonProperty("Affair") AffairCode affair,
    @JsonProperty("Procedure") ProcedureCode procedure,
    @JsonProperty("Information") SpecificPersonalInformationCode information,
    @JsonProperty("KeyId") String keyId,
    @JsonProperty("ProfileId") String profileId,
    @JsonProperty("IssuedAt") Instant issuedAt,
    @JsonProperty("ExpiresAt") Instant expiresAt) {}
