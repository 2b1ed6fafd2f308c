package jp.chukan.gateway.inquiry;

import java.time.Instant;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was not taken (JN-12).
 *
 * @param processingNumber 「処理通番」 that the network named, null when nothing could be believed
 * @param code why
 * @param receivedAt when the server took it over
 */
public record RefusedAnswer(
    @Nullable ProcessingNumber processingNumber, ErrorCode code, Instant receivedAt) {}
