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
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.util.Pack;

/**
 * Opens the key of the content where the private key is in a token: the token makes the shared
 * secret (ECDH), which serves one message; what follows is done here, X9.63 KDF with SHA-256 (RFC
 * 5753 §7.2) and AES-256 key wrap.
 */
final class TokenAgreementRecipient extends JceKeyAgreeAuthEnvelopedRecipient {
  private static final int WRAP_KEY_BITS = 256;

  private final PrivateKey key;
  private final Provider token;

  /**
   * @param algorithm of the key, with its curve: the key itself does not tell
   */
  TokenAgreementRecipient(PrivateKey key, Provider token, AlgorithmIdentifier algorithm) {
    super(key);
    this.key = key;
    this.token = token;
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
    byte[] shared = new byte[0];
    byte[] wrapKey = new byte[WRAP_KEY_BITS / Byte.SIZE];
    try {
      // BouncyCastle takes no point that is not on the curve
      PublicKey ephemeral =
          KeyFactory.getInstance("EC", CryptoProviders.envelope())
              .generatePublic(new X509EncodedKeySpec(sender.getEncoded(ASN1Encoding.DER)));
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH", token);
      agreement.init(key);
      agreement.doPhase(ephemeral, true);
      shared = agreement.generateSecret();
      derive(shared, keyEncryption, userKeyingMaterial, wrapKey);
      Cipher unwrapping = Cipher.getInstance("AESWrap_256", CryptoProviders.symmetric());
      unwrapping.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapKey, "AES"));
      return unwrapping.unwrap(encryptedContentKey, "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException | ProviderException | IOException failure) {
      throw new CMSException("the content's key does not unwrap", failure);
    } finally {
      Arrays.fill(shared, (byte) 0);
      Arrays.fill(wrapKey, (byte) 0);
    }
  }

  private static void derive(
      byte[] shared,
      AlgorithmIdentifier keyEncryption,
      ASN1OctetString userKeyingMaterial,
      byte[] result)
      throws IOException {
    ECCCMSSharedInfo info =
        new ECCCMSSharedInfo(
            AlgorithmIdentifier.getInstance(keyEncryption.getParameters()),
            userKeyingMaterial == null ? null : userKeyingMaterial.getOctets(),
            Pack.intToBigEndian(WRAP_KEY_BITS));
    KDF2BytesGenerator kdf = new KDF2BytesGenerator(new SHA256Digest());
    kdf.init(new KDFParameters(shared, info.getEncoded(ASN1Encoding.DER)));
    kdf.generateBytes(result, 0, result.length);
  }
}
