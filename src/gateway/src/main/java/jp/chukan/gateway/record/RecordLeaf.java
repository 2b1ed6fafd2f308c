package jp.chukan.gateway.record;

import java.security.MessageDigest;
import jp.chukan.gateway.kernel.Sha256;

/** The leaf of a record in the tree that shows tampering (RFC 9162 section 2.1.1). */
final class RecordLeaf {
  private static final byte LEAF_PREFIX = 0x00;

  private RecordLeaf() {}

  /**
   * SHA-256 over 0x00 and the record as it is stored.
   *
   * @return 32 bytes
   */
  static byte[] hash(byte[] record) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF_PREFIX);
    return digest.digest(record);
  }
}
