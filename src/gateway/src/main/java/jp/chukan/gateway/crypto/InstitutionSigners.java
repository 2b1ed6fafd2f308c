package jp.chukan.gateway.crypto;

import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;

/** Signs in the name of a served institution. */
public final class InstitutionSigners {
  private final Map<InstitutionCode, DocumentSigner> signers;

  public InstitutionSigners(Map<InstitutionCode, DocumentSigner> signers) {
    this.signers = Map.copyOf(signers);
  }

  /**
   * @throws IllegalArgumentException for an institution that this installation does not serve
   */
  public DocumentSigner of(InstitutionCode institution) {
    return Optional.ofNullable(signers.get(institution))
        .orElseThrow(() -> new IllegalArgumentException("not served: " + institution));
  }
}
