package jp.chukan.contract.crypto;

import java.util.Arrays;

/**
 * Bytes that claim to be a signed document. Nothing in them may be believed; only {@link
 * DocumentVerifier} makes a {@link VerifiedDocument} of them.
 *
 * @param bytes CMS SignedData (RFC 5652) with its content, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // equality is defined below, a copy of each would cost
public record RawSignedDocument(byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RawSignedDocument that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawSignedDocument[" + bytes.length + " bytes]";
  }
}
