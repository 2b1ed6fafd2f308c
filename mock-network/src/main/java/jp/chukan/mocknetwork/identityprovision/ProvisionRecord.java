package jp.chukan.mocknetwork.identityprovision;

import java.time.Instant;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;

/**
 * 「提供等の記録」: one look at 本人確認情報, also one that was refused (JN-11, JN-12). Who was looked at is kept
 * beside it, and found by the person only.
 *
 * @param number position among all
 * @param at date and time
 * @param requester who got it, or wanted it
 * @param kind what was done
 * @param occasion operator, terminal and purpose
 * @param persons how many were given
 * @param fault why it was refused; empty when it was not
 */
public record ProvisionRecord(
    long number,
    Instant at,
    String requester,
    ProvisionKind kind,
    Occasion occasion,
    int persons,
    Optional<Fault> fault) {}
