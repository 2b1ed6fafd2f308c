package jp.chukan.contract.crypto;

import java.util.Arrays;

/**
 * Bytes that claim to be a time stamp. Nothing in them may be believed, least of all the time; only
 * {@link TimeStampVerifier} makes a {@link TimeStamp} of them.
 *
 * @param bytes time-stamp token (RFC 3161 section 2.4.2), not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality is defined below, a copy of each would cost
public record RawTimeStamp(byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RawTimeStamp that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawTimeStamp[" + bytes.length + " bytes]";
  }
}
