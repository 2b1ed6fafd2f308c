package jp.chukan.gateway.disclosure;

import java.time.Duration;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may ask in the name of a person.
 *
 * @param institution 「機関コード」 of the 「情報提供等記録開示システム」, whose signature is demanded
 * @param system its システム識別子
 * @param tolerance how far the time of a request and the server's clock may be apart
 */
@ConfigurationProperties("chukan.disclosure")
record DisclosureSettings(
    InstitutionCode institution, SystemIdentifier system, @DefaultValue("5m") Duration tolerance) {
  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException so that the server does not start and take requests whose
   *     numbers it may have forgotten
   */
  DisclosureSettings {
    if (tolerance.isNegative() || tolerance.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("chukan.disclosure.tolerance: at most one hour");
    }
  }
}
