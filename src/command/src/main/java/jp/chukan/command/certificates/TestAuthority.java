package jp.chukan.command.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.crypto.KeyGenerator;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The root of the test PKI. Issues what {@code certificates/issued.tsv} lists and the folder does
 * not hold yet; what is there stays as it is.
 */
public final class TestAuthority {
  private static final String ROOT_STORE = "authority.p12";
  private static final String TRUST_STORE = "trust.p12";
  private static final String MASTER = "master";
  private static final Duration ROOT_VALIDITY = Duration.ofDays(3650);
  private static final Duration VALIDITY = Duration.ofDays(1095);

  /** Only shown: a server asks the addresses of its own configuration. */
  private static final String REVOCATION = "http://127.0.0.1:18082/revocation";

  /** Clocks of two machines may differ: a certificate is valid from a little before its issue. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

  private final KeyFolder keys;
  private final InstantSource time;
  private final SecureRandom random;

  private TestAuthority(KeyFolder keys, InstantSource time, SecureRandom random) {
    this.keys = keys;
    this.time = time;
    this.random = random;
  }

  /**
   * Completes the folder.
   *
   * @return names of the certificates that were missing
   */
  public static List<String> issueMissing(Path folder, InstantSource time, SecureRandom random)
      throws IOException {
    try {
      return new TestAuthority(KeyFolder.create(folder, random), time, random).issueMissing();
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("cannot issue the test certificates", e);
    }
  }

  private List<String> issueMissing()
      throws IOException, GeneralSecurityException, OperatorCreationException {
    if (!keys.holds(ROOT_STORE)) {
      makeRoot();
    }
    if (!keys.holdsKeyFor(MASTER)) {
      makeMasterKey();
    }
    var missing = new ArrayList<IssuedCertificate>();
    for (var certificate : IssuedCertificate.readAll()) {
      if (!keys.holdsKeyFor(certificate.name())) {
        missing.add(certificate);
      }
    }
    if (!missing.isEmpty()) {
      // opened once: its password costs as much as a key
      var store = keys.load(ROOT_STORE);
      var root = (X509Certificate) store.getCertificate("key");
      var rootKey = (PrivateKey) store.getKey("key", keys.password());
      for (var certificate : missing) {
        issue(certificate, root, rootKey);
      }
    }
    return missing.stream().map(IssuedCertificate::name).toList();
  }

  private void makeRoot() throws IOException, GeneralSecurityException, OperatorCreationException {
    var pair = KeyAlgorithm.EC_P256.generate(random);
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "JP")
            .addRDN(BCStyle.O, "Chukan")
            .addRDN(BCStyle.CN, "Chukan test root")
            .build();
    var builder = builder(name, name, pair.getPublic(), ROOT_VALIDITY);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    var root = sign(builder, pair.getPrivate());
    var trust = emptyStore();
    trust.setCertificateEntry("root", root);
    keys.save(TRUST_STORE, trust);
    savePem("root.pem", root);
    // last: its presence says that the others are there
    saveKey(ROOT_STORE, pair, root);
  }

  /** 「副本」 at rest are encrypted by data keys, and these are wrapped by this key. */
  private void makeMasterKey() throws IOException, GeneralSecurityException {
    var generator = KeyGenerator.getInstance("AES");
    generator.init(256, random);
    var store = emptyStore();
    store.setKeyEntry("master-1", generator.generateKey(), keys.password(), null);
    keys.save(MASTER + ".p12", store);
  }

  private void issue(IssuedCertificate row, X509Certificate root, PrivateKey rootKey)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    var pair = row.algorithm().generate(random);
    var builder =
        builder(
            X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
            subject(row),
            pair.getPublic(),
            VALIDITY);
    addExtensions(builder, row, root, pair.getPublic());
    var second = row.algorithm().generateSecond(random);
    if (second.isPresent()) {
      builder.addExtension(
          Extension.subjectAltPublicKeyInfo, false, second.get().getPublic().getEncoded());
    }
    var certificate = sign(builder, rootKey);
    savePem(row.name() + ".pem", certificate);
    var file = emptyStore();
    Certificate[] chain = {certificate, root};
    file.setKeyEntry("key", pair.getPrivate(), keys.password(), chain);
    if (second.isPresent()) {
      file.setKeyEntry("ml-kem", second.get().getPrivate(), keys.password(), chain);
    }
    keys.save(row.name() + ".p12", file);
  }

  private static X500Name subject(IssuedCertificate row) {
    var name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "JP")
            .addRDN(BCStyle.O, row.organisation())
            .addRDN(BCStyle.OU, row.purpose().label())
            .addRDN(BCStyle.CN, row.name());
    row.institution()
        .ifPresent(institution -> name.addRDN(BCStyle.SERIALNUMBER, institution.value()));
    return name.build();
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Duration validity) {
    Instant now = time.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, random).setBit(126),
        Date.from(now.minus(CLOCK_DIFFERENCE)),
        Date.from(now.plus(validity)),
        subject,
        key);
  }

  private static void addExtensions(
      X509v3CertificateBuilder builder, IssuedCertificate row, X509Certificate root, PublicKey key)
      throws IOException, GeneralSecurityException {
    var identifiers = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(root.getPublicKey()));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, row.purpose().keyUsage(row.algorithm()));
    var extendedUsages = row.purpose().extendedUsages();
    if (!extendedUsages.isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          row.purpose().isExtendedUsageCritical(),
          new ExtendedKeyUsage(extendedUsages.toArray(KeyPurposeId[]::new)));
    }
    if (row.purpose() == Purpose.OCSP_SIGNING) {
      // nobody asks a responder about itself (RFC 6960 section 4.2.2.2.1)
      builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    } else {
      addRevocationAddresses(builder);
    }
    if (row.purpose().isServer()) {
      builder.addExtension(Extension.subjectAlternativeName, false, names(row));
    }
  }

  /** Where the mock network tells what is revoked, at its usual port. */
  private static void addRevocationAddresses(X509v3CertificateBuilder builder) throws IOException {
    builder.addExtension(
        Extension.cRLDistributionPoints,
        false,
        new CRLDistPoint(
            new DistributionPoint[] {
              new DistributionPoint(
                  new DistributionPointName(new GeneralNames(address("/list"))), null, null)
            }));
    builder.addExtension(
        Extension.authorityInfoAccess,
        false,
        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, address("/status")));
  }

  private static GeneralName address(String path) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, REVOCATION + path);
  }

  /** This machine, and those of an installation of several. */
  private static GeneralNames names(IssuedCertificate row) {
    var names = new ArrayList<GeneralName>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    names.add(new GeneralName(GeneralName.iPAddress, "::1"));
    row.hosts().forEach(host -> names.add(new GeneralName(GeneralName.dNSName, host)));
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private void saveKey(String name, KeyPair pair, Certificate... chain)
      throws IOException, GeneralSecurityException {
    var store = emptyStore();
    store.setKeyEntry("key", pair.getPrivate(), keys.password(), chain);
    keys.save(name, store);
  }

  private void savePem(String name, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    var base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    keys.write(
        name,
        out ->
            out.write(
                ("-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
