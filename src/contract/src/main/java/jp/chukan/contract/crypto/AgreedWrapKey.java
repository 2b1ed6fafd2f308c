package jp.chukan.contract.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.util.Pack;
import org.jspecify.annotations.Nullable;

/**
 * What wraps the key of one content: AES-256 key wrap with a key that both sides derive by X9.63
 * KDF with SHA-256 from a shared secret (ECDH, RFC 5753 section 7.2).
 */
final class AgreedWrapKey implements AutoCloseable {
  private static final int BITS = 256;
  private static final String KEY_WRAP = "AESWrap_256";

  private final byte[] key = new byte[BITS / Byte.SIZE];

  /**
   * @param provider what can use the private key
   * @param keyEncryption as the message names it, with the wrap in its parameters
   * @param userKeyingMaterial of the message, null for none
   */
  AgreedWrapKey(
      PrivateKey own,
      PublicKey theirs,
      Provider provider,
      AlgorithmIdentifier keyEncryption,
      @Nullable ASN1OctetString userKeyingMaterial)
      throws GeneralSecurityException, IOException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH", provider);
    agreement.init(own);
    agreement.doPhase(theirs, true);
    byte[] shared = agreement.generateSecret();
    try {
      ECCCMSSharedInfo info =
          new ECCCMSSharedInfo(
              AlgorithmIdentifier.getInstance(keyEncryption.getParameters()),
              userKeyingMaterial == null ? null : userKeyingMaterial.getOctets(),
              Pack.intToBigEndian(BITS));
      KDF2BytesGenerator derivation = new KDF2BytesGenerator(new SHA256Digest());
      derivation.init(new KDFParameters(shared, info.getEncoded(ASN1Encoding.DER)));
      derivation.generateBytes(key, 0, key.length);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  byte[] wrap(Key contentKey) throws GeneralSecurityException {
    return cipher(Cipher.WRAP_MODE).wrap(contentKey);
  }

  Key unwrap(byte[] wrapped) throws GeneralSecurityException {
    return cipher(Cipher.UNWRAP_MODE).unwrap(wrapped, "AES", Cipher.SECRET_KEY);
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(KEY_WRAP, CryptoProviders.symmetric());
    cipher.init(mode, new SecretKeySpec(key, "AES"));
    return cipher;
  }

  /** Nothing of it is left in here. */
  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
  }
}
