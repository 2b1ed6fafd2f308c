package jp.chukan.gateway.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.KeyGenerator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestToken;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.gateway.crypto.KeySettings;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The key files of an installation, made anew for a run of tests. */
public final class TestKeys {
  public static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  public static final InstitutionCode DISCLOSURE_SYSTEM = new InstitutionCode("0030099000011700");
  public static final InstitutionCode PLATFORM = new InstitutionCode("0030099000021700");
  public static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  public static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  public static final InstitutionCode ADACHI = new InstitutionCode("0220113121101700");
  public static final InstitutionCode STRANGER = new InstitutionCode("0220113112101700");

  public static final String PASSWORD = "of-a-test";

  /** Who issues everything here. */
  public static final String AUTHORITY = "CN=test root,O=Chukan test,C=JP";

  private final Path directory;
  private final TestAuthority authority;

  private TestKeys(Path directory, TestAuthority authority) {
    this.directory = directory;
    this.authority = authority;
  }

  public static TestKeys in(Path directory) {
    Instant now = java.time.Clock.systemUTC().instant();
    TestKeys keys = new TestKeys(directory, TestAuthority.at(now));
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("password"), PASSWORD);
      for (String role :
          List.of(TestDatabase.OWNER, TestDatabase.APPLICATION, TestDatabase.BACKUP)) {
        Files.writeString(directory.resolve("database-password-" + role), TestDatabase.PASSWORD);
      }
      keys.writeTrust();
      keys.writeMasterKey();
      keys.write("gateway-server", PLATFORM, KeyPurposeId.id_kp_serverAuth);
      keys.write("gateway-client", PLATFORM, KeyPurposeId.id_kp_clientAuth);
      keys.write("broker-server", PLATFORM, KeyPurposeId.id_kp_serverAuth);
      keys.write("broker-client", PLATFORM, KeyPurposeId.id_kp_clientAuth);
      keys.write("operator-client", PLATFORM, KeyPurposeId.id_kp_clientAuth);
      keys.write("network-server", NETWORK, KeyPurposeId.id_kp_serverAuth);
      keys.write("network-client", NETWORK, KeyPurposeId.id_kp_clientAuth);
      keys.write("network-signing", NETWORK, null);
      keys.write("disclosure-client", DISCLOSURE_SYSTEM, KeyPurposeId.id_kp_clientAuth);
      keys.write("signing-" + DISCLOSURE_SYSTEM, DISCLOSURE_SYSTEM, null);
      keys.save(
          "encryption-" + DISCLOSURE_SYSTEM,
          keys.authority.encryption(DISCLOSURE_SYSTEM, TestAuthority.KeyKind.EC_P256));
      keys.save("time-stamp-authority", keys.authority.timeStampAuthority(NETWORK));
      keys.write("signing-" + PLATFORM, PLATFORM, null);
      keys.writeCustodian();
      keys.write("stranger-client", STRANGER, KeyPurposeId.id_kp_clientAuth);
      for (InstitutionCode code : List.of(ISHINOMAKI, TSUKUBA, ADACHI)) {
        keys.write("municipal-client-" + code, code, KeyPurposeId.id_kp_clientAuth);
        keys.write("signing-" + code, code, null);
        keys.save(
            "encryption-" + code, keys.authority.encryption(code, TestAuthority.KeyKind.EC_P256));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return keys;
  }

  /** The institution gets a new key, with one of ML-KEM-768 beside it. */
  public void makeHybrid(InstitutionCode institution) {
    TestAuthority.Hybrid hybrid = authority.hybrid(institution, TestAuthority.KeyKind.EC_P256);
    try {
      KeyStore store = empty();
      Certificate[] chain = {hybrid.issued().certificate(), authority.rootCertificate()};
      store.setKeyEntry("key", hybrid.issued().privateKey(), PASSWORD.toCharArray(), chain);
      store.setKeyEntry("ml-kem", hybrid.secondKey(), PASSWORD.toCharArray(), chain);
      save(store, "encryption-" + institution);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who may open backups; the server looks at the certificate only. */
  private void writeCustodian() throws IOException, GeneralSecurityException {
    String name = "backup-" + PLATFORM;
    save(name, authority.encryption(PLATFORM, TestAuthority.KeyKind.EC_P256));
    Files.writeString(
        directory.resolve(name + ".pem"),
        TestAuthority.pem(
            "CERTIFICATE", KeyFiles.certificate(file(name), PASSWORD.toCharArray()).getEncoded()));
  }

  /** As the server reads them from files. */
  public KeySettings settings() {
    KeySettings.Kind kind = new KeySettings.Kind(null, null);
    return new KeySettings(directory, PASSWORD, KeySettings.Store.PKCS12, null, kind, kind, kind);
  }

  /**
   * Makes all of them but those for TLS anew in a token, where the server finds them; the files
   * stay.
   */
  public KeySettings inToken() {
    TestToken token = TestToken.in(directory);
    for (InstitutionCode code : List.of(ISHINOMAKI, TSUKUBA, ADACHI, PLATFORM)) {
      token.makeKey("signing-" + code, signingLeaf(code), authority);
    }
    for (InstitutionCode code : List.of(ISHINOMAKI, TSUKUBA, ADACHI)) {
      token.makeKey("encryption-" + code, encryptionLeaf(code), authority);
    }
    token.makeMasterKey("master-2");
    KeySettings.Kind kind = new KeySettings.Kind(null, null);
    return new KeySettings(directory, PASSWORD, KeySettings.Store.PKCS11, null, kind, kind, kind);
  }

  private TestAuthority.Leaf signingLeaf(InstitutionCode institution) {
    return authority.leaf().institution(institution).keyUsage(KeyUsage.digitalSignature);
  }

  private TestAuthority.Leaf encryptionLeaf(InstitutionCode institution) {
    return authority.leaf().institution(institution).keyUsage(KeyUsage.keyAgreement);
  }

  /** That of the file with the institution's key for signing. */
  public X509Certificate signingCertificate(InstitutionCode institution) {
    return KeyFiles.certificate(file("signing-" + institution), PASSWORD.toCharArray());
  }

  /** The key of this file that opens answers. */
  public DecryptionKey key(String name) {
    return KeyFiles.decryptionKey(file(name), PASSWORD.toCharArray());
  }

  /** One more key for signing, valid from and until then. */
  public X509Certificate addSigning(
      String name, InstitutionCode institution, Instant from, Instant until) {
    return add(
        name,
        authority
            .leaf()
            .commonName(name)
            .institution(institution)
            .keyUsage(KeyUsage.digitalSignature)
            .validity(from, until)
            .issue());
  }

  /** One more key for opening answers, valid from and until then. */
  public X509Certificate addEncryption(
      String name, InstitutionCode institution, Instant from, Instant until) {
    return add(
        name,
        authority
            .leaf()
            .commonName(name)
            .institution(institution)
            .keyUsage(KeyUsage.keyAgreement)
            .validity(from, until)
            .issue());
  }

  /** One more key for the server's own connections, valid from and until then. */
  public X509Certificate addTls(String name, KeyPurposeId purpose, Instant from, Instant until) {
    return add(
        name,
        authority
            .leaf()
            .commonName(name)
            .institution(PLATFORM)
            .keyUsage(KeyUsage.digitalSignature)
            .dnsName("localhost")
            .purpose(purpose)
            .validity(from, until)
            .issue());
  }

  private X509Certificate add(String name, TestAuthority.Issued issued) {
    try {
      save(name, issued);
      return issued.certificate();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One more master key, in a file of its own. */
  public void addMasterKey(int number) {
    try {
      writeMasterKey("master-" + number, number);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts something into the place of a key that is none. */
  public void spoil(String name) {
    try {
      Files.writeString(file(name), "half a fi");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public void remove(String name) {
    try {
      Files.delete(file(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens backups. */
  public DecryptionKey custodian() {
    return KeyFiles.decryptionKey(file("backup-" + PLATFORM), PASSWORD.toCharArray());
  }

  /** A fresh master key, for a test that needs nothing else of an installation. */
  public static WrappingKey masterKey() {
    return masterKey(1);
  }

  /** The same, with this number. */
  public static WrappingKey masterKey(int number) {
    try {
      TestKeys keys =
          new TestKeys(
              Files.createTempDirectory(Path.of("target"), "keys"),
              TestAuthority.at(java.time.Clock.systemUTC().instant()));
      keys.writeMasterKey("master", number);
      return KeyFiles.wrappingKey(keys.file("master"), PASSWORD.toCharArray(), "master-" + number);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestAuthority authority() {
    return authority;
  }

  public DocumentSigner networkSigner() {
    return new DocumentSigner(
        KeyFiles.signingKey(file("network-signing"), PASSWORD.toCharArray()),
        java.time.Clock.systemUTC());
  }

  /** Signs documents for an institution whose key is among these. */
  public DocumentSigner signer(InstitutionCode institution, InstantSource clock) {
    return new DocumentSigner(
        KeyFiles.signingKey(file("signing-" + institution), PASSWORD.toCharArray()), clock);
  }

  /** The key of a served institution that opens the answers to its inquiries. */
  public DecryptionKey decryptionKey(InstitutionCode institution) {
    return KeyFiles.decryptionKey(file("encryption-" + institution), PASSWORD.toCharArray());
  }

  /** The certificate as bytes. */
  public static byte[] der(java.security.cert.X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The folder of the key files. */
  public Path directory() {
    return directory;
  }

  Path file(String name) {
    return directory.resolve(name + ".p12");
  }

  /** TLS with the certificate of this name; null connects without one. */
  public SSLContext tls(@org.jspecify.annotations.Nullable String name) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load("trust"));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(name == null ? null : load(name), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(name == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String keyDigest(String name) {
    try {
      byte[] key = load(name).getCertificate("key").getPublicKey().getEncoded();
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore load(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var input = Files.newInputStream(file(name))) {
      store.load(input, PASSWORD.toCharArray());
    }
    return store;
  }

  private void writeTrust() throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    store.setCertificateEntry("root", authority.rootCertificate());
    save(store, "trust");
  }

  private void writeMasterKey() throws IOException, GeneralSecurityException {
    writeMasterKey("master", 1);
  }

  private void writeMasterKey(String name, int number)
      throws IOException, GeneralSecurityException {
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(256);
    KeyStore store = empty();
    store.setKeyEntry("master-" + number, generator.generateKey(), PASSWORD.toCharArray(), null);
    save(store, name);
  }

  private void write(
      String name,
      InstitutionCode institution,
      @org.jspecify.annotations.Nullable KeyPurposeId purpose)
      throws IOException, GeneralSecurityException {
    TestAuthority.Leaf leaf =
        authority
            .leaf()
            .commonName(name)
            .institution(institution)
            .keyUsage(KeyUsage.digitalSignature)
            .dnsName("localhost");
    TestAuthority.Issued issued = purpose == null ? leaf.issue() : leaf.purpose(purpose).issue();
    save(name, issued);
  }

  private void save(String name, TestAuthority.Issued issued)
      throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    store.setKeyEntry(
        "key",
        issued.privateKey(),
        PASSWORD.toCharArray(),
        new Certificate[] {issued.certificate(), authority.rootCertificate()});
    save(store, name);
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD.toCharArray());
    return store;
  }

  private void save(KeyStore store, String name) throws IOException, GeneralSecurityException {
    try (OutputStream output = Files.newOutputStream(file(name))) {
      store.store(output, PASSWORD.toCharArray());
    }
  }
}
