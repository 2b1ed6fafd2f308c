package jp.chukan.gateway.crypto;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs in the name of a served institution, with the newest of its keys that is valid at that
 * moment.
 */
public final class InstitutionSigners {
  private final Function<InstitutionCode, @Nullable DocumentSigner> signers;

  public InstitutionSigners(Map<InstitutionCode, DocumentSigner> signers) {
    this.signers = Map.copyOf(signers)::get;
  }

  InstitutionSigners(InstalledKeys keys, InstantSource clock) {
    this.signers =
        institution -> {
          KeySet<SigningKey> own = keys.ring().signing().get(institution);
          return own == null
              ? null
              : new DocumentSigner(own.inUse(SigningKey::certificate, clock.instant()), clock);
        };
  }

  /**
   * The signer of this moment; it is not kept for later, when another key may be in use.
   *
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public DocumentSigner of(InstitutionCode institution) {
    return Optional.ofNullable(signers.apply(institution))
        .orElseThrow(() -> new IllegalArgumentException("not served: " + institution));
  }
}
