package jp.chukan.gateway.job;

import jp.chukan.contract.code.InstitutionCode;

/**
 * One job of one institution: never does it run twice at the same time.
 *
 * @param job which
 * @param institution for whom; who runs the platform for what is of nobody else
 */
public record JobKey(Job job, InstitutionCode institution) {

  @Override
  public String toString() {
    return job.id() + " " + institution.value();
  }
}
