package jp.chukan.contract.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A hash of the tree: SHA-256, 32 bytes (RFC 9162 section 2.1.1). */
public final class TreeHash {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes 32 of them; copied
   * @throws IllegalArgumentException when they are more or fewer
   */
  public static TreeHash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash of " + bytes.length + " bytes");
    }
    return new TreeHash(bytes.clone());
  }

  /** The hash of a tree without leaves. */
  public static TreeHash ofNothing() {
    return new TreeHash(sha256().digest());
  }

  /** The leaf over this entry: SHA-256 over 0x00 and the entry. */
  public static TreeHash ofLeaf(byte[] entry) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return new TreeHash(digest.digest(entry));
  }

  /** The node over two others: SHA-256 over 0x01, the left and the right. */
  public static TreeHash ofNode(TreeHash left, TreeHash right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left.bytes);
    return new TreeHash(digest.digest(right.bytes));
  }

  /**
   * Hashes that stand one behind the other.
   *
   * @throws IllegalArgumentException when the last is not whole
   */
  public static List<TreeHash> split(byte[] hashes) {
    if (hashes.length % LENGTH != 0) {
      throw new IllegalArgumentException("hashes of " + hashes.length + " bytes");
    }
    List<TreeHash> all = new ArrayList<>(hashes.length / LENGTH);
    for (int start = 0; start < hashes.length; start += LENGTH) {
      all.add(new TreeHash(Arrays.copyOfRange(hashes, start, start + LENGTH)));
    }
    return all;
  }

  /** One behind the other, as {@link #split} reads them. */
  public static byte[] join(List<TreeHash> hashes) {
    ByteBuffer all = ByteBuffer.allocate(hashes.size() * LENGTH);
    hashes.forEach(hash -> all.put(hash.bytes));
    return all.array();
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
