package jp.chukan.contract.crypto;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jcajce.io.OutputStreamFactory;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;

/** Verifies one signature, once, by the provider that is named. */
record JcaContentVerifier(AlgorithmIdentifier algorithm, Signature signature)
    implements ContentVerifier {

  /**
   * @throws OperatorCreationException when the key is of another kind
   */
  static JcaContentVerifier of(
      AlgorithmIdentifier algorithm, String name, Provider provider, PublicKey key)
      throws OperatorCreationException {
    try {
      Signature signature = Signature.getInstance(name, provider);
      signature.initVerify(key);
      return new JcaContentVerifier(algorithm, signature);
    } catch (GeneralSecurityException unusable) {
      throw new OperatorCreationException("key of the signer", unusable);
    }
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return algorithm;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStreamFactory.createStream(signature);
  }

  @Override
  public boolean verify(byte[] expected) {
    try {
      return signature.verify(expected);
    } catch (SignatureException malformed) {
      throw new RuntimeOperatorException("malformed signature", malformed);
    }
  }
}
