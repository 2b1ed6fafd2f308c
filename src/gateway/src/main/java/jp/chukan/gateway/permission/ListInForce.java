package jp.chukan.gateway.permission;

import java.time.Instant;

/**
 * The 「照会許可照合リスト」 that is asked today: the highest version received.
 *
 * @param version 版
 * @param entries how many entries it has
 * @param publishedAt when the network published it
 * @param receivedAt when this server took it
 */
public record ListInForce(int version, int entries, Instant publishedAt, Instant receivedAt) {}
