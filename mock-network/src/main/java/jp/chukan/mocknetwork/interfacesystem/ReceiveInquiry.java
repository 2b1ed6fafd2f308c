package jp.chukan.mocknetwork.interfacesystem;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.coresystem.TakeInquiry;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/**
 * An inquiry of a served municipality arrives: its signature is verified, the core takes it over or
 * refuses it, a signed receipt goes back.
 */
@Component
final class ReceiveInquiry {
  private final DocumentVerifier verifier;
  private final TakeInquiry core;
  private final Set<InstitutionCode> inquirers;

  ReceiveInquiry(DocumentVerifier verifier, TakeInquiry core, InstitutionDirectory institutions) {
    this.verifier = verifier;
    this.core = core;
    this.inquirers = institutions.codes(InstitutionRole.SERVED);
  }

  /**
   * @throws InvalidInputException when it is not signed by a served municipality, is no inquiry, or
   *     names another inquirer than its signer
   */
  byte[] receive(RawSignedDocument raw) {
    VerifiedDocument verified = verifier.verify(raw, inquirers);
    NetworkInquiry inquiry = XmlMessages.read(NetworkInquiry.class, verified.content());
    if (!inquiry.body().inquirer().equals(verified.signer())) {
      throw InvalidInputException.of(ErrorCode.SCM_FOREIGN_INSTITUTION);
    }
    return core.take(inquiry, sha256(verified.content()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
