package jp.chukan.command.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.KeyFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TestAuthorityTest {
  private static final InstantSource NOW = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;

  @TempDir static Path keys;

  @BeforeAll
  static void issue() throws IOException {
    TestAuthority.issueMissing(keys, NOW, RANDOM);
  }

  @Test // JN-03
  @DisplayName("番号付きの鍵に替えた後は、最初の鍵を作り直さない")
  void whatANumberedKeyTookThePlaceOfIsNotMadeAgain(@TempDir Path folder) throws IOException {
    TestAuthority.issueMissing(folder, NOW, RANDOM);
    for (var name : List.of("master", "gateway-server")) {
      Files.move(folder.resolve(name + ".p12"), folder.resolve(name + "-2.p12"));
    }

    assertThat(TestAuthority.issueMissing(folder, NOW, RANDOM)).isEmpty();
    assertThat(folder.resolve("master.p12")).doesNotExist();
  }

  static List<IssuedCertificate> rows() {
    return IssuedCertificate.readAll();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowOfTheListIsIssuedByTheRootForItsPurposeOnly(IssuedCertificate row)
      throws IOException, GeneralSecurityException {
    var certificate = certificate(row.name());
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
    var parameters = new PKIXParameters(store("trust.p12"));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX").validate(path, parameters);

    assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
    assertThat(usages(certificate)).isEqualTo(expectedUsages(row));
    assertThat(certificate.getExtendedKeyUsage())
        .isEqualTo(
            switch (row.purpose()) {
              case TLS_SERVER -> List.of("1.3.6.1.5.5.7.3.1");
              case TLS_CLIENT -> List.of("1.3.6.1.5.5.7.3.2");
              case TLS_SYSTEM -> List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
              case SIGNING, ENCRYPTION -> null;
              case TIME_STAMPING -> List.of("1.3.6.1.5.5.7.3.8");
              case OCSP_SIGNING -> List.of("1.3.6.1.5.5.7.3.9");
            });
  }

  @ParameterizedTest // JN-01
  @MethodSource("rows")
  void aCertificateSaysWhereItIsToldToBeRevokedAndAResponderThatNobodyAsks(IssuedCertificate row)
      throws IOException, GeneralSecurityException {
    var others = certificate(row.name()).getNonCriticalExtensionOIDs();
    if (row.purpose() == Purpose.OCSP_SIGNING) {
      assertThat(others).contains("1.3.6.1.5.5.7.48.1.5").doesNotContain("2.5.29.31");
    } else {
      assertThat(others).contains("2.5.29.31", "1.3.6.1.5.5.7.1.1");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aServerIsNamedAsItsMachinesAreAndNobodyElseIs(IssuedCertificate row)
      throws IOException, GeneralSecurityException {
    var names = certificate(row.name()).getSubjectAlternativeNames();
    if (row.purpose().isServer()) {
      assertThat(names.stream().map(name -> String.valueOf(name.get(1))))
          .contains("localhost", "127.0.0.1")
          .containsAll(row.hosts());
    } else {
      assertThat(names).isNull();
      assertThat(row.hosts()).isEmpty();
    }
  }

  @Test
  void aKeyForProgramsThatKnowNoKeyStoreIsTheSameKey()
      throws IOException, GeneralSecurityException {
    var file = KeyFolder.create(keys, RANDOM).pemKey("database-server");

    var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
    assertThat(Base64.getDecoder().decode(base64))
        .isEqualTo(store("database-server.p12").getKey("key", password()).getEncoded());
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theSubjectNamesTheInstitutionAndTheKeyBelongsToTheCertificate(IssuedCertificate row)
      throws IOException, GeneralSecurityException {
    var certificate = certificate(row.name());
    assertThat(certificate.getSubjectX500Principal().getName("RFC1779"))
        .contains("CN=" + row.name(), "OU=" + row.purpose().label(), row.organisation())
        .satisfies(subject -> assertNamesTheInstitution(subject, row));
    var key = store(row.name() + ".p12").getKey("key", password());
    assertThat(key.getAlgorithm()).isEqualTo(certificate.getPublicKey().getAlgorithm());
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      assertThat(rsa.getModulus().bitLength()).isEqualTo(3072);
    }
  }

  private static void assertNamesTheInstitution(String subject, IssuedCertificate row) {
    if (row.purpose() == Purpose.TLS_SYSTEM) {
      assertThat(subject).as("no server takes it for a municipality").doesNotContain("2.5.4.5");
    } else {
      assertThat(subject).contains("OID.2.5.4.5=" + row.institution().orElseThrow().value());
    }
  }

  @ParameterizedTest // MS-40, MS-43
  @MethodSource("rows")
  void onlyAHybridRowHasASecondKeyInCertificateAndFile(IssuedCertificate row)
      throws IOException, GeneralSecurityException {
    boolean hybrid = row.algorithm() == KeyAlgorithm.EC_P256_ML_KEM_768;
    byte[] second = certificate(row.name()).getExtensionValue("2.5.29.72");

    assertThat(second != null).isEqualTo(hybrid);
    assertThat(store(row.name() + ".p12").isKeyEntry("ml-kem")).isEqualTo(hybrid);
    if (row.purpose() == Purpose.ENCRYPTION) {
      var key = KeyFiles.decryptionKey(keys.resolve(row.name() + ".p12"), password());
      assertThat(key.profiles().contains(CryptoProfile.HYBRID)).isEqualTo(hybrid);
    }
  }

  /** One inquirer of the network and one municipality: both directions run in both profiles. */
  @Test // MS-43
  void bothSidesHaveInquirersOfBothProfiles() {
    var hybrid =
        rows().stream()
            .filter(row -> row.algorithm() == KeyAlgorithm.EC_P256_ML_KEM_768)
            .map(row -> row.institution().orElseThrow().value());

    assertThat(hybrid).containsExactlyInAnyOrder("0220108220101700", "0220010000501700");
  }

  @Test
  void serversAreCalledByTheNamesOfThisMachine() throws IOException, GeneralSecurityException {
    assertThat(certificate("gateway-server").getSubjectAlternativeNames())
        .extracting(name -> name.get(1).toString())
        .containsExactly(
            "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "gateway", "node-1", "node-2");
  }

  @Test // JN-19
  void onlyTheTimeStampAuthorityHasItsExtendedUsageCritical()
      throws IOException, GeneralSecurityException {
    for (var row : rows()) {
      var critical = certificate(row.name()).getCriticalExtensionOIDs();

      assertThat(critical.contains("2.5.29.37"))
          .as(row.name())
          .isEqualTo(row.purpose() == Purpose.TIME_STAMPING);
    }
    assertThat(rows()).anyMatch(row -> row.purpose() == Purpose.TIME_STAMPING);
  }

  @Test
  void aSecondStartChangesNoFile(@TempDir Path folder) throws IOException {
    TestAuthority.issueMissing(folder, NOW, RANDOM);
    var before = contents(folder);
    assertThat(TestAuthority.issueMissing(folder, NOW, RANDOM)).isEmpty();
    assertThat(contents(folder)).isEqualTo(before);
  }

  @Test
  void whatIsMissingIsIssuedByTheSameRoot(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    TestAuthority.issueMissing(folder, NOW, RANDOM);
    Files.delete(folder.resolve("stranger-client.p12"));
    var later = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(TestAuthority.issueMissing(folder, later, RANDOM))
        .containsExactly("stranger-client");
    var root =
        (X509Certificate) KeyFolder.create(folder, RANDOM).load("trust.p12").getCertificate("root");
    var issued =
        (X509Certificate)
            KeyFolder.create(folder, RANDOM).load("stranger-client.p12").getCertificate("key");
    issued.verify(root.getPublicKey());
    assertThat(issued.getNotAfter()).isAfter("2032-12-01");
  }

  @Test // JN-03
  void everyFileIsReadableByItsOwnerOnly() throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void theMasterKeyIsAnAesKeyOf256Bits() throws IOException, GeneralSecurityException {
    var key = store("master.p12").getKey("master-1", password());
    assertThat(key.getAlgorithm()).isEqualTo("AES");
    assertThat(key.getEncoded()).hasSize(32);
  }

  private static List<Integer> expectedUsages(IssuedCertificate row) {
    return switch (row.purpose()) {
      case TLS_SERVER, TLS_CLIENT, TLS_SYSTEM, TIME_STAMPING, OCSP_SIGNING ->
          List.of(DIGITAL_SIGNATURE);
      case SIGNING -> List.of(DIGITAL_SIGNATURE, NON_REPUDIATION);
      case ENCRYPTION ->
          List.of(row.algorithm() == KeyAlgorithm.RSA_3072 ? KEY_ENCIPHERMENT : KEY_AGREEMENT);
    };
  }

  private static List<Integer> usages(X509Certificate certificate) {
    var bits = certificate.getKeyUsage();
    return Stream.iterate(0, bit -> bit + 1).limit(bits.length).filter(bit -> bits[bit]).toList();
  }

  private static X509Certificate certificate(String name)
      throws IOException, GeneralSecurityException {
    return (X509Certificate) store(name + ".p12").getCertificate("key");
  }

  private static KeyStore store(String name) throws IOException, GeneralSecurityException {
    return KeyFolder.create(keys, RANDOM).load(name);
  }

  private static char[] password() throws IOException {
    return KeyFolder.create(keys, RANDOM).password();
  }

  private static TreeMap<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    }
    return contents;
  }
}
