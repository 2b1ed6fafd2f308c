package jp.chukan.contract.crypto;

import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.HexFormat;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What a certificate of this network says about its holder. */
public final class Certificates {
  private static final ECParameterSpec P256 = curve("secp256r1");
  private static final ECParameterSpec P384 = curve("secp384r1");

  private Certificates() {}

  /**
   * The 「機関コード」 that the certificate was issued to: the subject attribute serialNumber (2.5.4.5),
   * exactly once. Says nothing about whether the certificate can be trusted.
   *
   * @throws InvalidInputException with {@link ErrorCode#SCM_CERTIFICATE} when there is none, more
   *     than one, or one of another form
   */
  public static InstitutionCode institutionOf(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    RDN[] names = subject.getRDNs(BCStyle.SERIALNUMBER);
    if (names.length != 1 || names[0].isMultiValued()) {
      throw InvalidInputException.of(ErrorCode.SCM_CERTIFICATE);
    }
    try {
      return new InstitutionCode(IETFUtils.valueToString(names[0].getFirst().getValue()));
    } catch (IllegalArgumentException otherForm) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE), otherForm);
    }
  }

  /** The key id of this project: lowercase hexadecimal SHA-256 of the certificate's DER. */
  public static String keyIdOf(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (CertificateEncodingException unencodable) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE), unencodable);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  /** What the holder is called: organisation, else common name, else the whole name. */
  static String displayNameOf(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return Stream.of(BCStyle.O, BCStyle.CN)
        .map(subject::getRDNs)
        .filter(names -> names.length > 0)
        .map(names -> IETFUtils.valueToString(names[0].getFirst().getValue()))
        .findFirst()
        .orElse(subject.toString());
  }

  static X509Certificate parse(byte[] der) throws CertificateException {
    var input = new ByteArrayInputStream(der);
    if (CertificateFactory.getInstance("X.509").generateCertificate(input)
            instanceof X509Certificate certificate
        && input.available() == 0) {
      return certificate;
    }
    throw new CertificateException("not exactly one certificate");
  }

  static boolean isOnP256(PublicKey key) {
    return key instanceof ECPublicKey ec && isSame(ec.getParams(), P256);
  }

  static boolean isOnP384(PublicKey key) {
    return key instanceof ECPublicKey ec && isSame(ec.getParams(), P384);
  }

  private static boolean isSame(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  private static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters =
          AlgorithmParameters.getInstance("EC", CryptoProviders.curveParameters());
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this JDK lacks the curve " + name, absent);
    }
  }
}
