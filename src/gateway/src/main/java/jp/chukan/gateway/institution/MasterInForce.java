package jp.chukan.gateway.institution;

import java.time.Instant;

/**
 * The 「機関マスタ」 that is asked today: the version activated last.
 *
 * @param version 版
 * @param rows how many rows it has
 * @param proposedAt when it was taken in
 * @param activatedAt since when it is in force
 */
public record MasterInForce(int version, int rows, Instant proposedAt, Instant activatedAt) {}
