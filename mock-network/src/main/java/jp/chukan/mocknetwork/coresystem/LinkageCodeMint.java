package jp.chukan.mocknetwork.coresystem;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import org.springframework.stereotype.Component;

/**
 * Makes 「符号」: the core's number of the person and the 機関コード, encrypted under the core's secret with
 * a synthetic vector (the construction of RFC 5297, with HMAC-SHA-256). The same person and
 * institution give the same code, another institution gives another, and only the core can turn one
 * back.
 */
@Component
final class LinkageCodeMint {
  private static final int VECTOR = 16;
  private static final int PLAINTEXT = 24;
  private final CoreSecret secret;

  LinkageCodeMint(CoreSecret secret) {
    this.secret = secret;
  }

  LinkageCode mint(PersonId person, InstitutionCode institution) {
    byte[] plaintext =
        ByteBuffer.allocate(PLAINTEXT)
            .putLong(person.value().getMostSignificantBits())
            .putLong(person.value().getLeastSignificantBits())
            .putLong(Long.parseLong(institution.value()))
            .array();
    byte[] vector = secret.vector(plaintext);
    byte[] code =
        ByteBuffer.allocate(VECTOR + PLAINTEXT)
            .put(vector)
            .put(secret.crypt(vector, plaintext))
            .array();
    return new LinkageCode(Base64.getUrlEncoder().withoutPadding().encodeToString(code));
  }

  /** The person behind a code of this institution; empty for any other code. */
  Optional<PersonId> reveal(LinkageCode code, InstitutionCode institution) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(code.value());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length != VECTOR + PLAINTEXT) {
      return Optional.empty();
    }
    byte[] vector = new byte[VECTOR];
    byte[] sealed = new byte[PLAINTEXT];
    ByteBuffer.wrap(bytes).get(vector).get(sealed);
    byte[] plaintext = secret.crypt(vector, sealed);
    if (!MessageDigest.isEqual(secret.vector(plaintext), vector)) {
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(plaintext);
    var person = new PersonId(new UUID(content.getLong(), content.getLong()));
    return content.getLong() == Long.parseLong(institution.value())
        ? Optional.of(person)
        : Optional.empty();
  }
}
