package jp.chukan.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import jp.chukan.command.installation.InstallationException;

/**
 * A passkey without a device (WebAuthn Level 3 §6): one key on P-256 that says it verified its
 * user. For scripted persons only.
 */
final class SoftwarePasskey {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectConverter CONVERTER = new ObjectConverter();
  private static final int ID = 32;

  private final KeyPair keys;
  private final byte[] id = new byte[ID];
  private final String origin;
  private int count;

  /**
   * @param origin scheme, name and port that the person sees
   */
  SoftwarePasskey(String origin) {
    this.origin = origin;
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(id);
    } catch (GeneralSecurityException e) {
      throw new InstallationException("no P-256 on this machine", e);
    }
  }

  /** What the page's script sends to enrol it, after what the server offered. */
  String enrol(String options) throws IOException {
    var asked = JSON.readTree(options);
    var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256);
    var data =
        new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
            sha256(asked.at("/rp/id").asText()),
            flags(AuthenticatorData.BIT_AT),
            count,
            new AttestedCredentialData(AAGUID.ZERO, id, key));
    var attestation =
        new AttestationObjectConverter(CONVERTER)
            .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
    return answer(
        JSON.createObjectNode()
            .put("attestationObject", encode(attestation))
            .put("clientDataJSON", encode(client("webauthn.create", asked))));
  }

  /** What the page's script sends to prove it, after what the server asked. */
  String prove(String options) throws IOException {
    var asked = JSON.readTree(options);
    count++;
    var data =
        new AuthenticatorDataConverter(CONVERTER)
            .convert(
                new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
                    sha256(asked.get("rpId").asText()), flags((byte) 0), count));
    var client = client("webauthn.get", asked);
    return answer(
        JSON.createObjectNode()
            .put("authenticatorData", encode(data))
            .put("clientDataJSON", encode(client))
            .put("signature", encode(sign(data, sha256(client)))));
  }

  private byte[] sign(byte[] data, byte[] client) throws IOException {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(data);
      signature.update(client);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IOException("the passkey cannot sign", e);
    }
  }

  private String answer(JsonNode response) throws IOException {
    var answer =
        JSON.createObjectNode()
            .put("id", encode(id))
            .put("rawId", encode(id))
            .put("type", "public-key");
    answer.set("response", response);
    answer.putObject("clientExtensionResults");
    return JSON.writeValueAsString(answer);
  }

  private byte[] client(String type, JsonNode asked) throws IOException {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("type", type)
            .put("challenge", asked.get("challenge").asText())
            .put("origin", origin)
            .put("crossOrigin", false));
  }

  private static byte flags(byte more) {
    return (byte) (AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV | more);
  }

  private static byte[] sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new InstallationException("no SHA-256 on this machine", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
