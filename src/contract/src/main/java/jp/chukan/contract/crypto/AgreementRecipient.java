package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;

/**
 * Opens the key of the content by {@linkplain AgreedWrapKey key agreement}, wherever the private
 * key is: a token makes the shared secret itself, which serves one message.
 */
final class AgreementRecipient extends JceKeyAgreeAuthEnvelopedRecipient {
  private final PrivateKey key;
  private final Provider provider;

  /**
   * @param provider what can use the private key
   * @param algorithm of the key, with its curve: a key in a token does not tell
   */
  AgreementRecipient(PrivateKey key, Provider provider, AlgorithmIdentifier algorithm) {
    super(key);
    this.key = key;
    this.provider = provider;
    setPrivateKeyAlgorithmIdentifier(algorithm);
    setProvider(CryptoProviders.envelope());
  }

  @Override
  protected Key extractSecretKey(
      AlgorithmIdentifier keyEncryption,
      AlgorithmIdentifier contentEncryption,
      SubjectPublicKeyInfo sender,
      ASN1OctetString userKeyingMaterial,
      byte[] encryptedContentKey)
      throws CMSException {
    try {
      // BouncyCastle takes no point that is not on the curve
      PublicKey ephemeral =
          KeyFactory.getInstance("EC", CryptoProviders.envelope())
              .generatePublic(new X509EncodedKeySpec(sender.getEncoded(ASN1Encoding.DER)));
      try (var agreed =
          new AgreedWrapKey(key, ephemeral, provider, keyEncryption, userKeyingMaterial)) {
        return agreed.unwrap(encryptedContentKey);
      }
    } catch (GeneralSecurityException | ProviderException | IOException failure) {
      throw new CMSException("the content's key does not unwrap", failure);
    }
  }
}
