package jp.chukan.mocknetwork.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.Hybrid;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Systems;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The key files that an installation finds in its run directory. */
public final class TestKeys {
  static final String PASSWORD = "test-password";
  private static final String STRANGER = "0220199999901700";

  /** The inquirer that has a key of ML-KEM-768 beside its own: 群馬県知事. */
  public static final String HYBRID = "0220010000501700";

  private final Path folder;
  private final TestAuthority authority = TestAuthority.at(Instant.parse("2026-01-01T00:00:00Z"));

  private TestKeys(Path folder) {
    this.folder = folder;
  }

  static TestKeys writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("database-password-country"), "country\n");
    var keys = new TestKeys(folder);
    var institutions = new InstitutionDirectory();
    InstitutionCode network = institutions.network().code();
    InstitutionCode platform = institutions.platform().code();
    keys.writeTrust();
    keys.write("network-server", keys.authority.tlsServer(network, "localhost"));
    keys.write("network-client", keys.authority.tlsClient(network));
    keys.write("network-signing", keys.signing(network));
    keys.write("authority", keys.authority.rootKey());
    keys.write("ocsp-responder", keys.authority.responder());
    keys.write("time-stamp-authority", keys.authority.timeStampAuthority(network));
    keys.write("gateway-server", keys.authority.tlsServer(platform, "localhost"));
    keys.write("gateway-client", keys.authority.tlsClient(platform));
    InstitutionCode disclosure = institutions.disclosureSystem().code();
    keys.write("disclosure-client", keys.authority.tlsClient(disclosure));
    keys.write("signing-" + disclosure.value(), keys.signing(disclosure));
    keys.write(
        "encryption-" + disclosure.value(), keys.authority.encryption(disclosure, KeyKind.EC_P256));
    keys.write("stranger-client", keys.authority.tlsClient(new InstitutionCode(STRANGER)));
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      keys.write(
          "municipal-client-" + served.code().value(), keys.authority.tlsClient(served.code()));
      keys.write("signing-" + served.code().value(), keys.signing(served.code()));
      keys.write(
          "encryption-" + served.code().value(),
          keys.authority.encryption(served.code(), KeyKind.EC_P256));
    }
    for (Institution provider : institutions.withRole(InstitutionRole.PROVIDER)) {
      keys.write("signing-" + provider.code().value(), keys.signing(provider.code()));
    }
    for (Institution inquirer : institutions.withRole(InstitutionRole.INQUIRER)) {
      KeyKind kind = inquirer.code().value().startsWith("04") ? KeyKind.RSA_3072 : KeyKind.EC_P256;
      String name = "encryption-" + inquirer.code().value();
      if (inquirer.code().value().equals(HYBRID)) {
        keys.write(name, keys.authority.hybrid(inquirer.code(), kind));
      } else {
        keys.write(name, keys.authority.encryption(inquirer.code(), kind));
      }
    }
    for (CountrySystem system : Systems.every(institutions)) {
      keys.write(system.keyName(), keys.system(system));
    }
    return keys;
  }

  private Issued signing(InstitutionCode institution) {
    return authority.leaf().institution(institution).keyUsage(KeyUsage.digitalSignature).issue();
  }

  private Issued system(CountrySystem system) {
    return authority
        .leaf()
        .commonName(system.keyName())
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_serverAuth)
        .purpose(KeyPurposeId.id_kp_clientAuth)
        .dnsName("localhost")
        .issue();
  }

  public Path file(String name) {
    return folder.resolve(name + ".p12");
  }

  public static char[] password() {
    return PASSWORD.toCharArray();
  }

  /** TLS of a client with this key. */
  public SSLContext context(String name) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(file(name).toFile(), password()), password());
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(KeyStore.getInstance(file("trust").toFile(), password()));
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeTrust() {
    store("trust", store -> store.setCertificateEntry("root", authority.rootCertificate()));
  }

  private void write(String name, Issued issued) {
    store(
        name,
        store ->
            store.setKeyEntry(
                "key",
                issued.privateKey(),
                password(),
                issued.certificate().equals(authority.rootCertificate())
                    ? new Certificate[] {issued.certificate()}
                    : new Certificate[] {issued.certificate(), authority.rootCertificate()}));
  }

  private void write(String name, Hybrid hybrid) {
    Certificate[] chain = {hybrid.issued().certificate(), authority.rootCertificate()};
    store(
        name,
        store -> {
          store.setKeyEntry("key", hybrid.issued().privateKey(), password(), chain);
          store.setKeyEntry("ml-kem", hybrid.secondKey(), password(), chain);
        });
  }

  private interface Filling {
    void fill(KeyStore store) throws GeneralSecurityException;
  }

  private void store(String name, Filling filling) {
    try (OutputStream output = Files.newOutputStream(file(name))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      filling.fill(store);
      store.store(output, password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
