package jp.chukan.contract.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * Body of the answer to a {@link DisclosureRequest}. Exactly one of envelope and error code is
 * present.
 *
 * @param processingNumber 「処理通番」 of the request
 * @param institution who answers
 * @param answeredAt when the disclosure was recorded
 * @param envelope CMS AuthEnvelopedData (DER) that only the asker opens, null in a refusal
 * @param errorCode identifier of the catalogue, null in an answer
 */
@JsonPropertyOrder({"ProcessingNumber", "InstitutionCode", "AnsweredAt", "Envelope", "ErrorCode"})
public record EnvelopedAnswer(
    @JsonProperty("ProcessingNumber") ProcessingNumber processingNumber,
    @JsonProperty("InstitutionCode") InstitutionCode institution,
    @JsonProperty("AnsweredAt") Instant answeredAt,
    @JsonProperty("Envelope") byte @Nullable [] envelope,
    @JsonProperty("ErrorCode") @Nullable String errorCode) {}
