package jp.chukan.gateway.staff;

import java.time.Duration;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How staff reach the console and how long it stays open for them.
 *
 * @param port TLS port of the console, 0 takes a free one
 * @param host name by which browsers know it; passkeys hold for this name only
 * @param origin scheme, name and port as browsers see them
 * @param platform 「機関コード」 whose staff are the 「運用事業者」 of the platform
 * @param idle after this long without a request a session ends (JN-24, MU-02); 1 to 15 minutes
 * @param failures wrong passwords in a row that lock an account
 * @param lock how long it then stays locked
 */
@ConfigurationProperties("chukan.console")
public record ConsoleSettings(
    int port,
    String host,
    String origin,
    InstitutionCode platform,
    Duration idle,
    int failures,
    Duration lock) {
  private static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(15);

  /**
   * @throws IllegalArgumentException so that the server does not start with a console left open
   */
  public ConsoleSettings {
    if (idle.compareTo(SHORTEST_IDLE) < 0 || idle.compareTo(LONGEST_IDLE) > 0) {
      throw new IllegalArgumentException("chukan.console.idle is 1m to 15m");
    }
    if (failures < 1 || lock.compareTo(SHORTEST_IDLE) < 0) {
      throw new IllegalArgumentException(
          "chukan.console.failures is at least 1, chukan.console.lock at least 1m");
    }
  }
}
