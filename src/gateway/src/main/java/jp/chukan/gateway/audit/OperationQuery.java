package jp.chukan.gateway.audit;

import java.time.Instant;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the 「操作ログ」 (MU-03); null leaves a condition out.
 *
 * @param from not before
 * @param to before
 * @param user who did it
 * @param kind what was done
 * @param addressee whose data were shown or changed
 */
public record OperationQuery(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UserId user,
    @Nullable OperationKind kind,
    @Nullable UnifiedAddresseeNumber addressee) {}
