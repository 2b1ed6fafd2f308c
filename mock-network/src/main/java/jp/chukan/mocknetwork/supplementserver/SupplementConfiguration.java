package jp.chukan.mocknetwork.supplementserver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of the servers of 附票. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupplementSettings.class)
class SupplementConfiguration {}
