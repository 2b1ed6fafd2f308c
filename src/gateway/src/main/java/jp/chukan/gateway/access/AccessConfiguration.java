package jp.chukan.gateway.access;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.TlsTrust;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.limit.Gates;
import jp.chukan.gateway.limit.SourceNetworks;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Deny by default: TLS has already turned away who has no trusted certificate (JN-01); here only
 * registered clients pass, from their networks, each to its own side of the server (MS-09, MS-90,
 * MS-92).
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /** Health and measures, on a port of their own that only the machine itself reaches. */
  @Bean
  @Order(1)
  SecurityFilterChain management(HttpSecurity http)
      throws Exception { // declared so by Spring Security
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain edge(
      HttpSecurity http,
      RegisteredClients clients,
      SeenCertificates seen,
      TlsTrust tls,
      SourceNetworks networks,
      Gates gates,
      ServedInstitutions institutions,
      RefusalWriter refusals)
      throws Exception { // declared so by Spring Security
    http.csrf(
            csrf -> csrf.disable()) // no browser and no cookie: every request proves itself by TLS
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .addFilterAfter(new FaultGuard(refusals), HeaderWriterFilter.class)
        .addFilterBefore(new RoutingHeaderGuard(refusals), AuthorizationFilter.class)
        .addFilterBefore(
            new AdmissionFilter(gates, institutions, refusals), RoutingHeaderGuard.class)
        .addFilterBefore(new SourceNetworkFilter(networks, refusals), AdmissionFilter.class)
        .addFilterBefore(
            new CertificateFilter(clients, seen, tls, refusals), SourceNetworkFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/municipal/**")
                    .hasRole(ClientIdentity.Role.MUNICIPAL.name())
                    .requestMatchers("/network/**")
                    .hasRole(ClientIdentity.Role.NETWORK.name())
                    .requestMatchers("/disclosure/**")
                    .hasRole(ClientIdentity.Role.DISCLOSURE.name())
                    .requestMatchers("/operation/**")
                    .hasRole(ClientIdentity.Role.OPERATOR.name())
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            refusals.write(
                                request, response, 403, ErrorCode.SCM_CLIENT_NOT_REGISTERED))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            refusals.write(
                                request, response, 403, ErrorCode.SCM_FOREIGN_INSTITUTION)));
    return http.build();
  }
}
