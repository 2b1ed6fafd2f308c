package jp.chukan.gateway.job;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;

/**
 * Who asked for something, and when.
 *
 * @param institution whose staff
 */
public record JobActor(UserId user, InstitutionCode institution, Instant at) {}
