package jp.chukan.gateway.permission;

import java.util.HexFormat;

/**
 * A version of the list as the database keeps it.
 *
 * @param list version, size and dates
 * @param digest SHA-256 of its signed content, lowercase hexadecimal
 */
record StoredList(ListInForce list, String digest) {

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
