package jp.chukan.mocknetwork.connection;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mock network.
 *
 * @param controlPort loopback port of the control API
 * @param gatewayUrl where the intermediate server listens
 * @param runDirectory folder of the run-time data; keys are in its folder {@code keys}
 * @param permitValidity how long a 「情報提供許可証」 is valid
 * @param inquiryPermitValidity the same for an inquiry of a served municipality: a provider may
 *     take its time to approve, and an answer is of no use after it
 * @param revocationValidity until the next update of revocation data
 * @param trustListValidity until the next version of the 「信頼リスト」 is due
 * @param identityRetention how long 本人確認情報 of who is 消除 is kept, with its history (JN-32)
 * @param resendFor how long a message is sent again to a server that does not answer
 */
@ConfigurationProperties("chukan")
public record MockNetworkSettings(
    int controlPort,
    URI gatewayUrl,
    Path runDirectory,
    @DefaultValue("10m") Duration permitValidity,
    @DefaultValue("24h") Duration inquiryPermitValidity,
    @DefaultValue("1h") Duration revocationValidity,
    @DefaultValue("7d") Duration trustListValidity,
    @DefaultValue("150y") Period identityRetention,
    @DefaultValue("30m") Duration resendFor) {

  Path keyFile(String name) {
    return runDirectory.resolve("keys").resolve(name);
  }

  /** Where the parts of the country keep their own secrets. */
  public Path secretFile(String name) {
    return runDirectory.resolve("mock-network").resolve(name);
  }
}
