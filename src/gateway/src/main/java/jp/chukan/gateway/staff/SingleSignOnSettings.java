package jp.chukan.gateway.staff;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Single sign-on (OpenID Connect) of the institutions that have one; off unless something stands
 * here.
 *
 * @param registrations one for each sign-on that is trusted
 */
@ConfigurationProperties("chukan.console.oidc")
public record SingleSignOnSettings(@DefaultValue List<Registration> registrations) {

  /**
   * @throws IllegalArgumentException so that the server does not start with a sign-on that trusts
   *     too much
   */
  public SingleSignOnSettings {
    registrations = List.copyOf(registrations);
    Set<String> ids = new HashSet<>();
    if (!registrations.stream().map(Registration::id).allMatch(ids::add)) {
      throw new IllegalArgumentException("each chukan.console.oidc registration has its own id");
    }
  }

  /** Whether a browser or this server may be sent there: by https only, but for a test. */
  public static boolean isTrusted(String address) {
    return address.startsWith("https://") || address.matches("http://localhost(:[0-9]+)?(/.*)?");
  }

  /** The registration of this id. */
  public Optional<Registration> find(@Nullable String id) {
    return registrations.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /**
   * One provider whose tokens let in staff of one institution.
   *
   * @param id stands in addresses and names the file of the secret
   * @param institution 「機関コード」 of the one institution whose staff it lets in
   * @param name what the login page calls it
   * @param issuer its address; its keys and endpoints are found below
   * @param client id of this server there
   * @param algorithm how its tokens are signed
   * @param claim of the token that is the 「ユーザーID」
   * @param strongClaim claim that tells how strongly the provider has proven the person, usually
   *     {@code amr} or {@code acr}
   * @param strongValues one of these in that claim counts like a passkey (JN-20); none: nothing
   *     does
   */
  public record Registration(
      String id,
      InstitutionCode institution,
      String name,
      URI issuer,
      String client,
      @DefaultValue("RS256") String algorithm,
      @DefaultValue("sub") String claim,
      @DefaultValue("amr") String strongClaim,
      @DefaultValue List<String> strongValues) {
    private static final String ID = "[a-z0-9-]{1,20}";
    private static final Set<String> ALGORITHMS =
        Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public Registration {
      strongValues = List.copyOf(strongValues);
      boolean secure = isTrusted(issuer.toString());
      if (!id.matches(ID) || !secure || claim.isBlank() || strongClaim.isBlank()) {
        throw new IllegalArgumentException(
            "a chukan.console.oidc registration has an id of "
                + ID
                + ", an issuer with https and"
                + " names of claims");
      }
      if (!ALGORITHMS.contains(algorithm)) {
        throw new IllegalArgumentException(
            "chukan.console.oidc: tokens are signed with the private key of the provider");
      }
    }
  }
}
