package jp.chukan.contract.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jp.chukan.contract.code.InstitutionCode;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certification authority for tests: issues whatever a test needs, sound or faulty, for keys made
 * on the spot. Every institution that it names is of the test's own choice.
 *
 * <pre>{@code
 * TestAuthority authority = TestAuthority.at(now);
 * SigningKey signing = authority.signingKey(provider);
 * DecryptionKey decryption = authority.decryptionKey(inquirer, KeyKind.RSA_3072);
 * TlsIdentity server = authority.tlsServer(institution, "localhost");
 * Issued odd = authority.leaf().institution(code).keyUsage(KeyUsage.cRLSign).issue();
 * }</pre>
 */
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  /** Kinds of key that a test may ask for; the allowed ones and some that must be refused. */
  public enum KeyKind {
    EC_P256("EC", "secp256r1"),
    EC_P384("EC", "secp384r1"),
    EC_P521("EC", "secp521r1"),
    EC_P192("EC", "secp192r1"),
    EC_SECP256K1("EC", "secp256k1"),
    RSA_2048("RSA", "2048"),
    RSA_3072("RSA", "3072"),
    ED25519("Ed25519", "Ed25519");

    private final String algorithm;
    private final String parameter;

    KeyKind(String algorithm, String parameter) {
      this.algorithm = algorithm;
      this.parameter = parameter;
    }

    KeyPair generate() {
      try {
        return generatePair();
      } catch (GeneralSecurityException failure) {
        throw new IllegalStateException("cannot make a key " + this, failure);
      }
    }

    private KeyPair generatePair() throws GeneralSecurityException {
      // the JDK no longer makes the weak curves, BouncyCastle does
      boolean weakCurve = this == EC_P192 || this == EC_SECP256K1;
      KeyPairGenerator generator =
          weakCurve
              ? KeyPairGenerator.getInstance(algorithm, CryptoProviders.envelope())
              : KeyPairGenerator.getInstance(algorithm);
      switch (algorithm) {
        case "EC" -> generator.initialize(new ECGenParameterSpec(parameter));
        case "RSA" -> generator.initialize(Integer.parseInt(parameter));
        default -> {}
      }
      return generator.generateKeyPair();
    }
  }

  /**
   * A certificate with its private key.
   *
   * @param der the certificate as bytes, also where the JDK cannot parse it
   */
  public record Issued(PrivateKey privateKey, byte[] der) {
    public X509Certificate certificate() {
      try {
        return Certificates.parse(der);
      } catch (GeneralSecurityException unreadable) {
        throw new IllegalStateException("the JDK cannot read this certificate", unreadable);
      }
    }

    @Override
    public String toString() {
      return "Issued[redacted]";
    }
  }

  /**
   * A certificate that carries a key of ML-KEM beside its own, with both private keys.
   *
   * @param issued the certificate with the private key of its own
   * @param secondKey the private key of ML-KEM
   */
  public record Hybrid(Issued issued, PrivateKey secondKey) {
    /** Opens what is sealed to the certificate. */
    public DecryptionKey key() {
      return new DecryptionKey(issued.privateKey(), secondKey, issued.certificate());
    }

    @Override
    public String toString() {
      return "Hybrid[redacted]";
    }
  }

  private final Instant now;
  private final X500Name name;
  private final KeyPair keys = KeyKind.EC_P256.generate();
  private final Issued root;

  private TestAuthority(Instant now, String commonName, @Nullable TestAuthority above) {
    this.now = now;
    this.name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "JP")
            .addRDN(BCStyle.O, "Chukan test")
            .addRDN(BCStyle.CN, commonName)
            .build();
    TestAuthority issuer = above == null ? this : above;
    this.root =
        issuer.sign(
            new X509v3CertificateBuilder(
                issuer.name,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(3650))),
                name,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())),
            keys.getPrivate(),
            new BasicConstraints(true),
            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  /** An authority whose certificates are valid from a day before this time on. */
  public static TestAuthority at(Instant now) {
    return new TestAuthority(now, "test root", null);
  }

  /** Another authority with the same name and other keys: what an impostor would set up. */
  public static TestAuthority impostorAt(Instant now) {
    return new TestAuthority(now, "test root", null);
  }

  public X509Certificate rootCertificate() {
    return root.certificate();
  }

  /** The root certificate as bytes. */
  public byte[] rootDer() {
    return root.der().clone();
  }

  /**
   * A list (CRL) that says that these are revoked; made a day ago, the next is due at this time.
   */
  public byte[] revocationList(Instant next, X509Certificate... revoked) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(now.minus(Duration.ofDays(1))));
    builder.setNextUpdate(Date.from(next));
    for (X509Certificate certificate : revoked) {
      builder.addCRLEntry(certificate.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
    }
    try {
      return builder
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException failure) {
      throw new IllegalStateException("cannot issue", failure);
    }
  }

  public TrustAnchors trustAnchors() {
    return new TrustAnchors(List.of(rootCertificate()));
  }

  /** What a sender makes of the certificate of this key. */
  public RecipientCertificate recipient(DecryptionKey key) {
    try {
      return RecipientCertificate.verify(
          key.certificate().getEncoded(),
          key.institution(),
          trustAnchors(),
          InstantSource.fixed(now));
    } catch (GeneralSecurityException unencodable) {
      throw new IllegalStateException(unencodable);
    }
  }

  /** A sound key for signing documents of this institution. */
  public SigningKey signingKey(InstitutionCode institution) {
    Issued issued = leaf().institution(institution).keyUsage(KeyUsage.digitalSignature).issue();
    return new SigningKey(issued.privateKey(), issued.certificate());
  }

  /** A sound key for opening answers to this institution. */
  public DecryptionKey decryptionKey(InstitutionCode institution, KeyKind kind) {
    Issued issued = encryption(institution, kind);
    return new DecryptionKey(issued.privateKey(), issued.certificate());
  }

  /** A certificate for encryption, with a key of any kind. */
  public Issued encryption(InstitutionCode institution, KeyKind kind) {
    return leaf()
        .institution(institution)
        .kind(kind)
        .keyUsage(kind.algorithm.equals("RSA") ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement)
        .issue();
  }

  /** A sound certificate for encryption with ML-KEM-768 beside a key of this kind. */
  public Hybrid hybrid(InstitutionCode institution, KeyKind kind) {
    KeyPair second = mlKem("ML-KEM-768");
    return new Hybrid(
        leaf()
            .institution(institution)
            .kind(kind)
            .keyUsage(KeyUsage.keyAgreement)
            .secondKey(second.getPublic().getEncoded())
            .issue(),
        second.getPrivate());
  }

  /** A key pair of one of the parameter sets of ML-KEM. */
  static KeyPair mlKem(String parameterSet) {
    try {
      return KeyPairGenerator.getInstance(parameterSet).generateKeyPair();
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("cannot make a key " + parameterSet, failure);
    }
  }

  /** A certificate of a TLS server under this DNS name. */
  public Issued tlsServer(InstitutionCode institution, String dnsName) {
    return leaf()
        .institution(institution)
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_serverAuth)
        .dnsName(dnsName)
        .issue();
  }

  /** A certificate of a TLS client. */
  public Issued tlsClient(InstitutionCode institution) {
    return leaf()
        .institution(institution)
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_clientAuth)
        .issue();
  }

  /** A sound key of a time-stamp authority (RFC 3161 section 2.3). */
  public Issued timeStampAuthority(InstitutionCode institution) {
    return leaf()
        .commonName("time-stamp-authority")
        .institution(institution)
        .keyUsage(KeyUsage.digitalSignature)
        .criticalPurpose(KeyPurposeId.id_kp_timeStamping)
        .issue();
  }

  /** A sound key of who answers in the stead of this authority (RFC 6960 section 4.2.2.2). */
  public Issued responder() {
    return leaf()
        .commonName("ocsp-responder")
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_OCSPSigning)
        .withoutRevocationOfItself()
        .issue();
  }

  /** The authority's own key with its certificate. */
  public Issued rootKey() {
    return new Issued(keys.getPrivate(), root.der());
  }

  /** Tells what this authority revoked. */
  public RevocationIssuer revocations() {
    return new RevocationIssuer(keys.getPrivate(), rootCertificate());
  }

  /** Another authority that this one vouches for. */
  public TestAuthority intermediate(String commonName) {
    return new TestAuthority(now, commonName, this);
  }

  /** A certificate of the test's own making. */
  public Leaf leaf() {
    return new Leaf();
  }

  /** What stands in a certificate to be issued. */
  public final class Leaf {
    private final List<String> institutions = new ArrayList<>();
    private String commonName = "leaf";
    private KeyKind kind = KeyKind.EC_P256;
    private @Nullable KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);
    private final List<KeyPurposeId> purposes = new ArrayList<>();
    private boolean purposesAreCritical;
    private @Nullable String dnsName;
    private byte @Nullable [] secondKey;
    private boolean isNotChecked;
    private Instant notBefore = now.minus(Duration.ofDays(1));
    private Instant notAfter = now.plus(Duration.ofDays(365));

    private Leaf() {}

    /** One subject attribute serialNumber more. */
    public Leaf institution(InstitutionCode code) {
      return serialNumber(code.value());
    }

    /** One subject attribute serialNumber more, of any form. */
    public Leaf serialNumber(String value) {
      institutions.add(value);
      return this;
    }

    public Leaf commonName(String chosen) {
      this.commonName = chosen;
      return this;
    }

    public Leaf kind(KeyKind chosen) {
      this.kind = chosen;
      return this;
    }

    /** Bits of {@link KeyUsage}. */
    public Leaf keyUsage(int bits) {
      this.usage = new KeyUsage(bits);
      return this;
    }

    public Leaf withoutKeyUsage() {
      this.usage = null;
      return this;
    }

    /** One extended key usage more. */
    public Leaf purpose(KeyPurposeId chosen) {
      purposes.add(chosen);
      return this;
    }

    /** One extended key usage more, and whoever does not know such usages refuses. */
    public Leaf criticalPurpose(KeyPurposeId chosen) {
      purposesAreCritical = true;
      return purpose(chosen);
    }

    /** With id-pkix-ocsp-nocheck. */
    public Leaf withoutRevocationOfItself() {
      this.isNotChecked = true;
      return this;
    }

    public Leaf dnsName(String chosen) {
      this.dnsName = chosen;
      return this;
    }

    /** What stands in the extension subjectAltPublicKeyInfo (2.5.29.72). */
    public Leaf secondKey(byte[] info) {
      this.secondKey = info.clone();
      return this;
    }

    public Leaf validity(Instant from, Instant until) {
      this.notBefore = from;
      this.notAfter = until;
      return this;
    }

    public Issued issue() {
      return issue(kind.generate());
    }

    /** For a key that exists already. */
    Issued issue(KeyPair pair) {
      X500NameBuilder subject =
          new X500NameBuilder(BCStyle.INSTANCE)
              .addRDN(BCStyle.C, "JP")
              .addRDN(BCStyle.O, "Chukan test")
              .addRDN(BCStyle.CN, commonName);
      institutions.forEach(code -> subject.addRDN(BCStyle.SERIALNUMBER, code));
      var builder =
          new X509v3CertificateBuilder(
              name,
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(notBefore),
              Date.from(notAfter),
              subject.build(),
              SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
      try {
        if (!purposes.isEmpty()) {
          builder.addExtension(
              Extension.extendedKeyUsage,
              purposesAreCritical,
              new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
        }
        if (secondKey != null) {
          builder.addExtension(Extension.subjectAltPublicKeyInfo, false, secondKey);
        }
        if (isNotChecked) {
          builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        }
        if (dnsName != null) {
          builder.addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
        }
      } catch (CertIOException failure) {
        throw new IllegalStateException(failure);
      }
      return sign(builder, pair.getPrivate(), new BasicConstraints(false), usage);
    }
  }

  private Issued sign(
      X509v3CertificateBuilder builder,
      PrivateKey subjectKey,
      BasicConstraints constraints,
      @Nullable KeyUsage usage) {
    try {
      builder.addExtension(Extension.basicConstraints, true, constraints);
      if (usage != null) {
        builder.addExtension(Extension.keyUsage, true, usage);
      }
      byte[] der =
          builder
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
              .getEncoded();
      return new Issued(subjectKey, der);
    } catch (IOException | OperatorCreationException failure) {
      throw new IllegalStateException("cannot issue", failure);
    }
  }

  /** The bytes as PEM, for programs outside Java. */
  public static String pem(String label, byte[] der) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
