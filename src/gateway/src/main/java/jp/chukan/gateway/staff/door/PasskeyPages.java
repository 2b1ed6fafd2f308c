package jp.chukan.gateway.staff.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.staff.passkey.Passkeys;
import jp.chukan.gateway.staff.session.StaffSession;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Enrols a passkey and takes its proof, with the script {@code passkey.js} (JN-20). */
@Controller
@WithoutRole
class PasskeyPages {
  private static final int LARGEST = 32 << 10;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new WebauthnJackson2Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Passkeys passkeys;

  PasskeyPages(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @GetMapping("/console/passkey")
  ModelAndView page(StaffSession session) {
    if (session.mustChangePassword()) {
      return new ModelAndView("redirect:/console/password");
    }
    return new ModelAndView("console/passkey")
        .addObject("staff", session)
        .addObject(
            "mode", session.hasPasskey() && !session.identity().passkey() ? "proof" : "enrolment");
  }

  @PostMapping("/console/passkey/enrolment/options")
  ResponseEntity<byte[]> offer(
      StaffSession session, Authentication person, HttpServletRequest request) throws IOException {
    if (!Passkeys.mayEnrol(session)) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    PublicKeyCredentialCreationOptions options = passkeys.offer(session, person);
    keep(request, options);
    return json(options);
  }

  @PostMapping("/console/passkey/enrolment")
  ResponseEntity<byte[]> enrol(StaffSession session, HttpServletRequest request, InputStream body)
      throws IOException {
    PublicKeyCredential<AuthenticatorAttestationResponse> made =
        read(body, new TypeReference<>() {});
    return answer(
        take(request, PublicKeyCredentialCreationOptions.class)
            .map(options -> passkeys.enrol(session, options, made)));
  }

  @PostMapping("/console/passkey/proof/options")
  ResponseEntity<byte[]> challenge(
      StaffSession session, Authentication person, HttpServletRequest request) throws IOException {
    PublicKeyCredentialRequestOptions options = passkeys.challenge(session, person);
    keep(request, options);
    return json(options);
  }

  @PostMapping("/console/passkey/proof")
  ResponseEntity<byte[]> prove(StaffSession session, HttpServletRequest request, InputStream body)
      throws IOException {
    PublicKeyCredential<AuthenticatorAssertionResponse> signed =
        read(body, new TypeReference<>() {});
    Optional<Passkeys.Outcome> outcome =
        take(request, PublicKeyCredentialRequestOptions.class)
            .map(options -> passkeys.prove(session, options, signed));
    if (outcome.filter(Passkeys.Outcome.TAKEN::equals).isPresent()) {
      // who knew the id before the proof gains nothing by it
      request.changeSessionId();
    }
    return answer(outcome);
  }

  private static void keep(HttpServletRequest request, Object options) {
    request.getSession().setAttribute(options.getClass().getName(), options);
  }

  /** Each challenge is good once. */
  private static <T> Optional<T> take(HttpServletRequest request, Class<T> type) {
    HttpSession session = request.getSession();
    Object options = session.getAttribute(type.getName());
    session.removeAttribute(type.getName());
    return Optional.ofNullable(type.cast(options));
  }

  private static <T> T read(InputStream body, TypeReference<T> type) throws IOException {
    try {
      return JSON.readValue(new String(body.readNBytes(LARGEST), UTF_8), type);
    } catch (JacksonException e) {
      // The cause would quote what came.
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    }
  }

  private static ResponseEntity<byte[]> json(Object options) throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(options));
  }

  private static ResponseEntity<byte[]> answer(Optional<Passkeys.Outcome> outcome) {
    boolean taken = outcome.filter(Passkeys.Outcome.TAKEN::equals).isPresent();
    return ResponseEntity.status(taken ? HttpStatus.NO_CONTENT : HttpStatus.BAD_REQUEST).build();
  }
}
