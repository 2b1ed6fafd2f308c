package jp.chukan.contract.crypto;

import java.security.cert.X509Certificate;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.cms.AttributeTable;

/**
 * A document whose signature, signer and certificate {@link DocumentVerifier} has proved. Its
 * existence is the proof: nothing else can make one.
 */
public final class VerifiedDocument {
  private final byte[] content;
  private final InstitutionCode signer;
  private final X509Certificate certificate;
  private final AttributeTable signedAttributes;

  VerifiedDocument(
      byte[] content,
      InstitutionCode signer,
      X509Certificate certificate,
      AttributeTable signedAttributes) {
    this.content = content;
    this.signer = signer;
    this.certificate = certificate;
    this.signedAttributes = signedAttributes;
  }

  /** What was signed; a copy. */
  public byte[] content() {
    return content.clone();
  }

  public InstitutionCode signer() {
    return signer;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  AttributeTable signedAttributes() {
    return signedAttributes;
  }

  @Override
  public String toString() {
    return "VerifiedDocument[signer=" + signer + ", " + content.length + " bytes]";
  }
}
