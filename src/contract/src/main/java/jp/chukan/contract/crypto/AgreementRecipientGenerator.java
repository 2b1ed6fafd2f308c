package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.GenericKey;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the key of one content for the holder of a certificate by {@linkplain AgreedWrapKey key
 * agreement} with a key pair that serves nothing else.
 */
final class AgreementRecipientGenerator extends KeyAgreeRecipientInfoGenerator {
  private final KeyPair ephemeral;
  private final X509Certificate recipient;

  AgreementRecipientGenerator(KeyPair ephemeral, X509Certificate recipient) {
    super(
        CMSAlgorithm.ECDH_SHA256KDF,
        SubjectPublicKeyInfo.getInstance(ephemeral.getPublic().getEncoded()),
        CMSAlgorithm.AES256_WRAP);
    this.ephemeral = ephemeral;
    this.recipient = recipient;
  }

  @Override
  protected ASN1Sequence generateRecipientEncryptedKeys(
      AlgorithmIdentifier agreement, AlgorithmIdentifier wrap, GenericKey contentKey)
      throws CMSException {
    try (var agreed =
        new AgreedWrapKey(
            ephemeral.getPrivate(),
            recipient.getPublicKey(),
            CryptoProviders.ellipticCurves(),
            agreement,
            null)) {
      byte[] wrapped =
          agreed.wrap(new SecretKeySpec((byte[]) contentKey.getRepresentation(), "AES"));
      return new DERSequence(new RecipientEncryptedKey(holder(), new DEROctetString(wrapped)));
    } catch (GeneralSecurityException | IOException failure) {
      throw new CMSException("the content's key cannot be wrapped", failure);
    }
  }

  private KeyAgreeRecipientIdentifier holder() throws CertificateEncodingException {
    return new KeyAgreeRecipientIdentifier(
        new IssuerAndSerialNumber(Certificate.getInstance(recipient.getEncoded())));
  }

  /** None: the key pair is new for each content (RFC 5753 section 3.1.1). */
  @Override
  protected byte @Nullable [] getUserKeyingMaterial(AlgorithmIdentifier agreement) {
    return null;
  }
}
