package jp.chukan.gateway.staff.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.staff.SingleSignOnSettings;
import jp.chukan.gateway.staff.SingleSignOnSettings.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The providers of single sign-on, each asked for its endpoints when somebody first comes through
 * it: one that does not answer keeps nobody else out, and the server starts without it.
 */
@Component
class SignOnProviders implements ClientRegistrationRepository {
  static final String PATH = "/console/oidc";
  private static final String SIGNED_OUT = "/console/login";
  private static final String END_SESSION = "end_session_endpoint";

  /** Who does not answer is not asked again at once: each question may take long. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(SignOnProviders.class);

  private final SingleSignOnSettings settings;
  private final ConsoleSettings console;
  private final Path keys;
  private final InstantSource clock;
  private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();
  private final Map<String, Instant> silentSince = new ConcurrentHashMap<>();

  SignOnProviders(
      SingleSignOnSettings settings,
      ConsoleSettings console,
      @Value("${chukan.keys.directory}") Path keys,
      InstantSource clock) {
    this.settings = settings;
    this.console = console;
    this.keys = keys;
    this.clock = clock;
  }

  boolean isEmpty() {
    return settings.registrations().isEmpty();
  }

  Optional<Registration> registration(@Nullable String id) {
    return settings.find(id);
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    ClientRegistration known = found.get(id);
    if (known != null) {
      return known;
    }
    return settings.find(id).flatMap(this::discover).orElse(null);
  }

  /**
   * Where a person signs out of the provider (OpenID Connect RP-Initiated Logout 1.0); empty for a
   * provider without. The request names this server, never the person: no token was kept.
   */
  Optional<URI> signOut(String id) {
    return Optional.ofNullable(findByRegistrationId(id))
        .map(found -> found.getProviderDetails().getConfigurationMetadata().get(END_SESSION))
        .map(String::valueOf)
        .filter(SingleSignOnSettings::isTrusted)
        .map(
            endpoint ->
                UriComponentsBuilder.fromUriString(endpoint)
                    .queryParam("client_id", "{client}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(
                        settings.find(id).orElseThrow().client(), console.origin() + SIGNED_OUT)
                    .toUri());
  }

  private synchronized Optional<ClientRegistration> discover(Registration one) {
    Instant now = clock.instant();
    Instant before = silentSince.get(one.id());
    if (before != null && now.isBefore(before.plus(PAUSE))) {
      return Optional.empty();
    }
    try {
      ClientRegistration registration = registration(one);
      found.put(one.id(), registration);
      return Optional.of(registration);
    } catch (IllegalArgumentException | IllegalStateException e) {
      silentSince.put(one.id(), now);
      // without its text, which may quote an answer of the provider
      log.error("single sign-on {} does not answer: {}", one.id(), e.getClass().getName());
      return Optional.empty();
    }
  }

  private ClientRegistration registration(Registration one) {
    Optional<String> secret = secret(one);
    ClientRegistration.Builder builder =
        ClientRegistrations.fromOidcIssuerLocation(one.issuer().toString())
            .registrationId(one.id())
            .clientId(one.client())
            .clientName(one.name())
            .scope("openid")
            .redirectUri(console.origin() + PATH + "/" + one.id() + "/return");
    return secret
        .map(
            value ->
                builder
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientSecret(value))
        .orElseGet(() -> builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
        .build();
  }

  /** The secret of the client; without one, the proof of the code alone (RFC 7636). */
  private Optional<String> secret(Registration one) {
    try {
      return Optional.of(Files.readString(keys.resolve("oidc-secret-" + one.id())).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
