package jp.chukan.gateway.permit;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.RecipientCertificate;

/**
 * Permit, path and key of one exchange, proved to belong together and to this request (MS-03,
 * MS-04). Its existence is the proof: only {@link ProvisionPermits} makes one, and only with one
 * can an answer be sealed.
 */
public final class PermittedExchange {
  private final VerifiedProvisionPermit permit;
  private final VerifiedInquirerPath path;
  private final RecipientCertificate recipient;

  PermittedExchange(
      VerifiedProvisionPermit permit, VerifiedInquirerPath path, RecipientCertificate recipient) {
    this.permit = permit;
    this.path = path;
    this.recipient = recipient;
  }

  public PermitId permitId() {
    return permit.id();
  }

  /** From then on nothing may leave for this exchange. */
  public Instant expiresAt() {
    return permit.expiresAt();
  }

  /** Over which institutions the answer goes. */
  public List<InstitutionCode> hops() {
    return path.hops();
  }

  /** The inquirer's key, the only one that may open the answer (MS-40). */
  public RecipientCertificate recipient() {
    return recipient;
  }

  /** What ties the answer to this exchange. */
  public EnvelopeBinding binding() {
    return permit.binding();
  }

  @Override
  public String toString() {
    return "PermittedExchange[" + permit.id() + "]";
  }
}
