package jp.chukan.gateway.limit;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The networks from which each door is open (MS-10, MS-92): a certificate or a password is not
 * enough, whoever shows it must also be where its owner is. The address is that of the connection;
 * what a header says about it is not believed.
 *
 * @param municipal of the municipalities' systems
 * @param network of the interface system
 * @param disclosure of the 「情報提供等記録開示システム」
 * @param operation of the operator's tools
 * @param console of the browsers of staff
 */
@ConfigurationProperties("chukan.access.networks")
public record SourceNetworks(
    List<AddressRange> municipal,
    List<AddressRange> network,
    List<AddressRange> disclosure,
    List<AddressRange> operation,
    List<AddressRange> console) {

  public SourceNetworks {
    municipal = List.copyOf(municipal);
    network = List.copyOf(network);
    disclosure = List.copyOf(disclosure);
    operation = List.copyOf(operation);
    console = List.copyOf(console);
  }

  /** Whether this door is open to the address, written as a literal. */
  public boolean admits(Door door, String address) {
    // an address of a local link names its interface behind it
    int zone = address.indexOf('%');
    InetAddress source = AddressRange.literal(zone < 0 ? address : address.substring(0, zone));
    return ranges(door).stream().anyMatch(range -> range.contains(source));
  }

  private List<AddressRange> ranges(Door door) {
    return switch (door) {
      case MUNICIPAL -> municipal;
      case NETWORK -> network;
      case DISCLOSURE -> disclosure;
      case OPERATION -> operation;
      case CONSOLE -> console;
    };
  }
}
