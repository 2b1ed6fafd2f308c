package jp.chukan.gateway.institution;

import jp.chukan.contract.code.InstitutionCode;

/** Which institution is meant by what a client wrote: exactly one of these for each question. */
public sealed interface ProviderResolution {

  /**
   * In the master and valid at the time.
   *
   * @param institution the one that is asked; the city when one of its wards was named
   */
  record Found(InstitutionCode institution) implements ProviderResolution {}

  /** The master does not hold it. */
  record Unknown() implements ProviderResolution {}

  /**
   * In the master, but disabled or outside its period.
   *
   * @param institution the one that was meant
   */
  record NotValid(InstitutionCode institution) implements ProviderResolution {}

  /** No version is in force: no institution is known. */
  record NoMaster() implements ProviderResolution {}
}
