package jp.chukan.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A passkey without a device (WebAuthn Level 3): one key on P-256 that says it verified its user
 * and attests nothing.
 */
public final class SoftwareAuthenticator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ENROLMENT = "/console/passkey/enrolment";
  private static final String PROOF = "/console/passkey/proof";
  private static final byte USER_PRESENT_AND_VERIFIED = 0x05;
  private static final byte WITH_KEY = 0x40;

  private final KeyPair keys;
  private final byte[] id = new byte[32];

  /** What the browser says that it shows; a test may lie. */
  public String origin = RunningGateway.ORIGIN;

  /** Whether it says that it verified its user. */
  public boolean verifies = true;

  private int count;

  public SoftwareAuthenticator() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Is enrolled by who is signed in there. */
  public HttpResponse<String> enrolIn(Browser browser) {
    browser.get("/console/passkey");
    try {
      return browser.postJson(
          ENROLMENT, enrol(browser.postJson(ENROLMENT + "/options", "").body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Proves who is signed in there. */
  public HttpResponse<String> proveIn(Browser browser) {
    browser.get("/console/passkey");
    try {
      return browser.postJson(PROOF, prove(browser.postJson(PROOF + "/options", "").body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers what the server offered, as the page's script sends it. */
  public String enrol(String options) throws IOException {
    JsonNode asked = JSON.readTree(options);
    byte[] key = coseKey();
    byte[] data =
        ByteBuffer.allocate(37 + 16 + 2 + id.length + key.length)
            .put(start(asked.at("/rp/id").asText(), WITH_KEY))
            .put(new byte[16])
            .putShort((short) id.length)
            .put(id)
            .put(key)
            .array();
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    attestation.write(0xa3);
    text(attestation, "fmt");
    text(attestation, "none");
    text(attestation, "attStmt");
    attestation.write(0xa0);
    text(attestation, "authData");
    bytes(attestation, data);
    return answer(
        JSON.createObjectNode()
            .put("attestationObject", encode(attestation.toByteArray()))
            .put("clientDataJSON", encode(client("webauthn.create", asked))));
  }

  /** Signs the challenge, as the page's script sends it. */
  public String prove(String options) throws IOException, GeneralSecurityException {
    JsonNode asked = JSON.readTree(options);
    count++;
    byte[] data = start(asked.get("rpId").asText(), (byte) 0);
    byte[] client = client("webauthn.get", asked);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return answer(
        JSON.createObjectNode()
            .put("authenticatorData", encode(data))
            .put("clientDataJSON", encode(client))
            .put("signature", encode(signature.sign())));
  }

  private String answer(JsonNode response) {
    return JSON.createObjectNode()
        .put("id", encode(id))
        .put("rawId", encode(id))
        .put("type", "public-key")
        .set("response", response)
        .toString()
        .replaceFirst("}$", ",\"clientExtensionResults\":{}}");
  }

  private byte[] client(String type, JsonNode asked) throws IOException {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("type", type)
            .put("challenge", asked.get("challenge").asText())
            .put("origin", origin)
            .put("crossOrigin", false));
  }

  private byte[] start(String host, byte flags) {
    byte user = verifies ? USER_PRESENT_AND_VERIFIED : 0x01;
    return ByteBuffer.allocate(37)
        .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
        .put((byte) (user | flags))
        .putInt(count)
        .array();
  }

  /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053). */
  private byte[] coseKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
    bytes(out, coordinate(key.getW().getAffineX().toByteArray()));
    out.write(0x22);
    bytes(out, coordinate(key.getW().getAffineY().toByteArray()));
    return out.toByteArray();
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    byte[] tail = Arrays.copyOfRange(number, Math.max(0, number.length - 32), number.length);
    System.arraycopy(tail, 0, fixed, 32 - tail.length, tail.length);
    return fixed;
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
    out.write(0x58);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
