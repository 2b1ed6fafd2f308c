package jp.chukan.gateway.crypto.revocation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings, wherever this package is used. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RevocationSettings.class)
class RevocationConfiguration {}
