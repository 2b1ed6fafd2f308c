package jp.chukan.gateway.record.comparison;

import java.io.IOException;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;

/** Where the network hands out its records; what comes back is not believed. */
interface NetworkRecords {

  /**
   * Asks now and waits, outside of any transaction.
   *
   * @param from beginning of the period by the time of the inquiry
   * @param to end of it, not included
   * @throws IOException when no list came
   */
  RawSignedDocument of(InstitutionCode institution, Instant from, Instant to) throws IOException;
}
