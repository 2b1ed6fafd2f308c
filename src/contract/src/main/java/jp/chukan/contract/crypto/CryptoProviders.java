package jp.chukan.contract.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The one place that knows the cryptographic providers. Nothing is registered globally, so the
 * choice of provider is visible at every call and no other code of the process changes behaviour.
 */
final class CryptoProviders {
  private static final Provider ENVELOPE = new BouncyCastleProvider();
  private static final Provider CURVE_PARAMETERS = ofTheJdk("SunEC");
  private static final Provider ELLIPTIC_CURVES = nativeCurves().orElse(CURVE_PARAMETERS);
  private static final Provider RSA = ofTheJdk("SunRsaSign");
  private static final Provider SYMMETRIC = ofTheJdk("SunJCE");

  private static final DigestCalculatorProvider DIGESTS = digestsOf(ofTheJdk("SUN"));

  private CryptoProviders() {}

  /** BouncyCastle: key transport, key encapsulation and content encryption of the envelope. */
  static Provider envelope() {
    return ENVELOPE;
  }

  /**
   * ECDSA, ECDH and ephemeral EC keys: AWS-LC, ten times as fast as the JDK, where its native code
   * loads; otherwise the JDK, with the same results.
   */
  static Provider ellipticCurves() {
    return ELLIPTIC_CURVES;
  }

  /** What a curve is, by its name. */
  static Provider curveParameters() {
    return CURVE_PARAMETERS;
  }

  /** Verification of RSA signatures, which only time-stamp authorities make. */
  static Provider rsa() {
    return RSA;
  }

  /** SHA-2 inside signatures. */
  static DigestCalculatorProvider digests() {
    return DIGESTS;
  }

  /** AES of data at rest. */
  static Provider symmetric() {
    return SYMMETRIC;
  }

  /**
   * A token of its own, as the configuration file says; like all others it is registered nowhere.
   *
   * @throws RuntimeException of many types when the file or the token cannot be used
   */
  static Provider token(Path configuration) {
    return ofTheJdk("SunPKCS11").configure(configuration.toString());
  }

  private static Optional<Provider> nativeCurves() {
    var provider = AmazonCorrettoCryptoProvider.INSTANCE;
    return provider.getLoadingError() == null ? Optional.of(provider) : Optional.empty();
  }

  private static DigestCalculatorProvider digestsOf(Provider provider) {
    try {
      return new JcaDigestCalculatorProviderBuilder().setProvider(provider).build();
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException("this JDK lacks SHA-256", absent);
    }
  }

  private static Provider ofTheJdk(String name) {
    Provider provider = Security.getProvider(name);
    if (provider == null) {
      throw new IllegalStateException("this JDK lacks the provider " + name);
    }
    return provider;
  }
}
