package jp.chukan.mocknetwork.supplementserver;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the servers of 附票.
 *
 * @param retention how long a 附票 is kept after it was 消除 or changed (JN-32)
 */
@ConfigurationProperties("chukan.supplement")
record SupplementSettings(@DefaultValue("150y") Period retention) {}
