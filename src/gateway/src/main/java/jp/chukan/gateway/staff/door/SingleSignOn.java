package jp.chukan.gateway.staff.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import jp.chukan.gateway.staff.SingleSignOnSettings.Registration;
import jp.chukan.gateway.staff.session.SignInByToken;
import jp.chukan.gateway.staff.session.SignInOutcome;
import jp.chukan.gateway.staff.session.SignInOutcome.Refused;
import jp.chukan.gateway.staff.session.SignInOutcome.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signs people in who come back from the provider of their institution. What the provider says is
 * looked at once; from then on the session is one of this server like any other, and no token is
 * kept.
 */
@Component
class SingleSignOn {
  private static final Logger log = LoggerFactory.getLogger(SingleSignOn.class);
  private static final String REFUSED = "/console/login?ended=oidc";

  private final SignOnProviders providers;
  private final SignInByToken signIn;
  private final BrowserSession browserSession;

  SingleSignOn(SignOnProviders providers, SignInByToken signIn, BrowserSession browserSession) {
    this.providers = providers;
    this.signIn = signIn;
    this.browserSession = browserSession;
  }

  /** Adds it to the door, when an institution has one. */
  void at(HttpSecurity http) throws Exception { // declared so by Spring Security
    if (providers.isEmpty()) {
      return;
    }
    http.oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(providers)
                    .authorizedClientRepository(new NoTokens())
                    .loginPage("/console/login")
                    .loginProcessingUrl(SignOnProviders.PATH + "/*/return")
                    .authorizationEndpoint(there -> there.authorizationRequestResolver(requests()))
                    .tokenEndpoint(token -> token.accessTokenResponseClient(TokenAnswers.client()))
                    .successHandler(this::proven)
                    .failureHandler(this::failed))
        .addFilterBefore(
            new SignOnFilter(providers), OAuth2AuthorizationRequestRedirectFilter.class);
  }

  private OAuth2AuthorizationRequestResolver requests() {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(providers, SignOnProviders.PATH);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return requests;
  }

  private void proven(
      HttpServletRequest request, HttpServletResponse response, Authentication proven)
      throws IOException {
    SecurityContextHolder.clearContext();
    switch (outcome(proven)) {
      case SignedIn in -> {
        browserSession.begin(request, in.key(), registration(proven));
        response.sendRedirect("/console/account");
      }
      case Refused refused -> response.sendRedirect(REFUSED);
    }
  }

  private static @Nullable String registration(Authentication proven) {
    return proven instanceof OAuth2AuthenticationToken token
        ? token.getAuthorizedClientRegistrationId()
        : null;
  }

  private SignInOutcome outcome(Authentication proven) {
    if (proven instanceof OAuth2AuthenticationToken token
        && token.getPrincipal() instanceof OidcUser person) {
      Registration one =
          providers.registration(token.getAuthorizedClientRegistrationId()).orElseThrow();
      return signIn.signIn(
          one.institution(),
          text(person.getIdToken().getClaim(one.claim())),
          isStrong(person, one));
    }
    return new Refused();
  }

  private static boolean isStrong(OidcUser person, Registration one) {
    Object claim = person.getIdToken().getClaim(one.strongClaim());
    return claim instanceof Collection<?> values
        ? values.stream().anyMatch(one.strongValues()::contains)
        : claim instanceof String value && one.strongValues().contains(value);
  }

  private static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String text ? text : null;
  }

  private void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    // the class only: a text may quote the token
    log.warn("single sign-on refused: {}", failure.getClass().getName());
    providers
        .registration(SignOnFilter.registration(request))
        .ifPresent(one -> signIn.refused(one.institution()));
    response.sendRedirect(REFUSED);
  }
}
