package jp.chukan.mocknetwork.municipality;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.person.IndividualNumber;
import org.springframework.stereotype.Component;

/** Encrypts what the 宛名 hub stores about persons (MS-44). */
@Component
public final class HubVault {
  private final Vault vault;

  HubVault(MockNetworkSettings settings, SecureRandom random) {
    this.vault = Vault.of(settings.secretFile("hub-key"), random);
  }

  byte[] seal(String plaintext) {
    return seal(plaintext.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] seal(byte[] plaintext) {
    return vault.seal(plaintext);
  }

  String open(byte[] sealed) {
    return new String(openBytes(sealed), StandardCharsets.UTF_8);
  }

  public byte[] openBytes(byte[] sealed) {
    return vault.open(sealed);
  }

  /** A keyed digest: tells whether a content is the same, and not which. */
  public byte[] digest(byte[] content) {
    return vault.digest(content);
  }

  /** The same for the same 個人番号, so that a person is found again without opening anything. */
  byte[] index(IndividualNumber number) {
    return vault.digest(number.value().getBytes(StandardCharsets.US_ASCII));
  }
}
