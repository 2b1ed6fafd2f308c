package jp.chukan.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8}; without a length it is
 * one address.
 *
 * @param network its first address; what is written after the prefix does not count
 * @param prefix how many leading bits all its addresses share
 */
public record AddressRange(InetAddress network, int prefix) {
  /** Only a literal: a name would be asked for elsewhere. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  public AddressRange {
    if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("no such prefix: " + prefix);
    }
  }

  /**
   * Reads what stands in a configuration.
   *
   * @throws IllegalArgumentException for anything but an address or a range
   */
  public static AddressRange valueOf(String written) {
    int slash = written.indexOf('/');
    InetAddress network = literal(slash < 0 ? written : written.substring(0, slash));
    int longest = network.getAddress().length * Byte.SIZE;
    return new AddressRange(
        network, slash < 0 ? longest : Integer.parseInt(written.substring(slash + 1)));
  }

  /** Whether the address is one of them; an address of the other family is not. */
  boolean contains(InetAddress address) {
    byte[] here = network.getAddress();
    byte[] there = address.getAddress();
    if (here.length != there.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((here[bit / Byte.SIZE] & mask) != (there[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  static InetAddress literal(String written) {
    if (!LITERAL.matcher(written).matches()) {
      throw new IllegalArgumentException("no address: " + written);
    }
    try {
      return InetAddress.getByName(written);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + written, e);
    }
  }
}
