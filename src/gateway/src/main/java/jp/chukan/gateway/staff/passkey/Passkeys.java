package jp.chukan.gateway.staff.passkey;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.staff.account.AccountEvent;
import jp.chukan.gateway.staff.account.AccountJournal;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.session.StaffSession;
import jp.chukan.gateway.staff.session.StaffSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Enrols passkeys and has persons prove themselves by them (JN-20, WebAuthn Level 3). The
 * authenticator always verifies its user, by PIN or by body.
 *
 * <p>The first passkey rests on the password alone; every further one on a passkey proven before in
 * the same session, so that a stolen password enrols nothing.
 */
@Component
public class Passkeys {
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
  private static final String PROOF = "passkey-proof";

  /** Outcome of an enrolment or a proof. */
  public enum Outcome {
    /** It holds. */
    TAKEN,
    /** It does not: another challenge, name, person, signature, or not allowed now. */
    REFUSED
  }

  private final Webauthn4JRelyingPartyOperations operations;
  private final StaffSessions sessions;
  private final Accounts accounts;
  private final AccountJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  Passkeys(
      PasskeyPersons persons,
      PasskeyStore store,
      ConsoleSettings settings,
      StaffSessions sessions,
      Accounts accounts,
      AccountJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    operations =
        new Webauthn4JRelyingPartyOperations(
            persons,
            store,
            PublicKeyCredentialRpEntity.builder().id(settings.host()).name("中間サーバー").build(),
            Set.of(settings.origin()));
    operations.setCustomizeCreationOptions(
        options ->
            options.authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.PREFERRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
  }

  /** Whether this session may enrol one. */
  public static boolean mayEnrol(StaffSession session) {
    return !session.mustChangePassword() && (!session.hasPasskey() || session.identity().passkey());
  }

  /** What the browser is to make a passkey of; good for one enrolment. */
  public PublicKeyCredentialCreationOptions offer(StaffSession session, Authentication person) {
    return transactions.within(
        session.identity().institution(),
        () ->
            operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(person)));
  }

  /** Keeps the passkey that the browser made. */
  public Outcome enrol(
      StaffSession session,
      PublicKeyCredentialCreationOptions offered,
      PublicKeyCredential<AuthenticatorAttestationResponse> made) {
    if (!mayEnrol(session)) {
      return Outcome.REFUSED;
    }
    return take(
        session,
        () -> {
          operations.registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  offered, new RelyingPartyPublicKey(made, "passkey")));
          journal.keepOwn(
              accounts.lock(session.identity().user()).orElseThrow(),
              AccountEvent.Kind.PASSKEY,
              clock.instant());
          return Outcome.TAKEN;
        });
  }

  /** What the browser is to sign; good for one proof. */
  public PublicKeyCredentialRequestOptions challenge(StaffSession session, Authentication person) {
    return transactions.within(
        session.identity().institution(),
        () ->
            operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(person)));
  }

  /** Takes the proof; from now on the session may use every role of the person. */
  public Outcome prove(
      StaffSession session,
      PublicKeyCredentialRequestOptions challenge,
      PublicKeyCredential<AuthenticatorAssertionResponse> signed) {
    if (session.mustChangePassword()) {
      return Outcome.REFUSED;
    }
    return take(
        session,
        () -> {
          PublicKeyCredentialUserEntity person =
              operations.authenticate(new RelyingPartyAuthenticationRequest(challenge, signed));
          if (!person.getName().equals(session.identity().user().value())) {
            throw new IllegalArgumentException("passkey of another person");
          }
          sessions.prove(session, PROOF);
          return Outcome.TAKEN;
        });
  }

  /** All or nothing; what was refused is kept too. */
  private Outcome take(StaffSession session, Supplier<Outcome> work) {
    try {
      return transactions.within(session.identity().institution(), work);
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      // The class without its text, which may quote what the browser sent.
      log.info("passkey refused: {}", e.getClass().getName());
      transactions.run(
          session.identity().institution(), () -> sessions.failToProve(session, PROOF));
      return Outcome.REFUSED;
    }
  }
}
