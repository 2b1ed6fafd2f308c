package jp.chukan.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Who is counted as one before anybody knows who it is. */
public final class PeerNetwork {
  /** One subscriber has all the rest of an address of IPv6. */
  private static final int BYTES = 8;

  private PeerNetwork() {}

  /**
   * @param address remote address of a request, a literal
   * @return the same, or of IPv6 what names its network of /64
   */
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // of a literal, so nobody is asked for it
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
