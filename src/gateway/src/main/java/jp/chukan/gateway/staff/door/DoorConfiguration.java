package jp.chukan.gateway.staff.door;

import java.util.List;
import jp.chukan.gateway.staff.session.StaffSessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every request of the console passes: headers, form tokens, who asks, and role rules. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  @Bean
  @Order(0)
  SecurityFilterChain console(
      HttpSecurity http,
      StaffSessions sessions,
      ConsolePages pages,
      ConsoleAdmission admission,
      SingleSignOn signOn)
      throws Exception { // declared so by Spring Security
    signOn.at(http);
    return http.securityMatcher(ConsoleValve::isConsole)
        // who asks is looked up anew each time, and the id of a session changes at login
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(s -> s.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .csrf(Customizer.withDefaults())
        .headers(DoorConfiguration::headers)
        .addFilterAfter(new UnrenderedPages(pages), HeaderWriterFilter.class)
        .addFilterBefore(admission.filter(), CsrfFilter.class)
        .addFilterBefore(new UploadFilter(), CsrfFilter.class)
        .addFilterBefore(new StaffSessionFilter(sessions), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/console/login", "/console/first")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/console/assets/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            response.sendRedirect(
                                "/console/login"
                                    + StaffSessionFilter.ended(request)
                                        .map(end -> "?ended=" + end)
                                        .orElse("")))
                    .accessDeniedHandler((request, response, e) -> pages.refuse(request, response)))
        .build();
  }

  /** Tokens are signed as the configuration of their provider says, and in no other way. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(SignOnProviders providers) {
    OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
    factory.setJwsAlgorithmResolver(
        client ->
            SignatureAlgorithm.from(
                providers.registration(client.getRegistrationId()).orElseThrow().algorithm()));
    return factory;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  @Bean
  WebMvcConfigurer doorPages(ConsolePages pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleRules(pages)).addPathPatterns("/console", "/console/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArguments());
      }
    };
  }
}
