package jp.chukan.contract.evidence;

import java.time.Instant;
import jp.chukan.contract.crypto.RawTimeStamp;

/** Verifies a time stamp. */
@FunctionalInterface
public interface ProvedTime {

  /**
   * @param token time-stamp token (RFC 3161)
   * @param document the bytes that it must have been made for
   * @return when they existed
   * @throws jp.chukan.contract.error.InvalidInputException when it does not prove that
   */
  Instant of(RawTimeStamp token, byte[] document);
}
