package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.TestAuthority.Hybrid;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInformation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second implementation reads what this one writes: OpenSSL 3.0 or later. */
class OpenSslInteroperabilityTest {
  // openssl checks certificates against the clock of the machine
  private static final Instant NOW = InstantSource.system().instant();
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");

  private static final byte[] HEAD = "signed head".getBytes(UTF_8);

  @TempDir private Path folder;

  @ParameterizedTest // MS-40
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  @DisplayName("照会者の秘密鍵を使い、opensslで回答を開いて署名を検証できる")
  void opensslOpensAnAnswerAndVerifiesItsSignature(KeyKind kind)
      throws IOException, InterruptedException {
    TestAuthority authority = TestAuthority.at(NOW);
    Issued inquirer = authority.encryption(INQUIRER, kind);
    byte[] answer = "世帯主フラグ".repeat(100).getBytes(UTF_8);
    Files.write(file("answer.der"), sealed(authority, inquirer, CryptoProfile.CLASSICAL, answer));
    Files.writeString(
        file("key.pem"), TestAuthority.pem("PRIVATE KEY", inquirer.privateKey().getEncoded()));
    Files.writeString(file("certificate.pem"), TestAuthority.pem("CERTIFICATE", inquirer.der()));
    Files.writeString(file("root.pem"), TestAuthority.pem("CERTIFICATE", authority.rootDer()));

    openssl(
        "cms -decrypt -binary -inform DER -in answer.der"
            + " -recip certificate.pem -inkey key.pem -out signed.der");
    openssl("cms -verify -binary -inform DER -in signed.der -CAfile root.pem -out content.xml");

    assertThat(Files.readAllBytes(file("content.xml"))).isEqualTo(answer);
  }

  @ParameterizedTest // MS-40, MS-43
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  @DisplayName("opensslが暗号化した回答を開ける")
  void anAnswerThatOpensslEncryptsOpens(KeyKind kind) throws IOException, InterruptedException {
    TestAuthority authority = TestAuthority.at(NOW);
    Issued inquirer = authority.encryption(INQUIRER, kind);
    DecryptionKey key = new DecryptionKey(inquirer.privateKey(), inquirer.certificate());
    EnvelopeBinding binding = binding(key.keyId(), CryptoProfile.CLASSICAL);

    byte[] answer = encryptedByOpenssl(inquirer, kind, signed(authority, binding));

    assertThat(opener(authority, key).open(answer, binding, PROVIDER).content()).isEqualTo(HEAD);
  }

  /** What OpenSSL has no ML-KEM for is done here, the rest of profile H1 by OpenSSL. */
  @ParameterizedTest // MS-40, MS-43
  @EnumSource(names = {"EC_P256", "EC_P384"})
  @DisplayName("H1の内側をopensslで開き、署名を検証できる")
  void opensslOpensTheInnerLayerOfAHybridAnswer(KeyKind kind)
      throws IOException,
          InterruptedException,
          GeneralSecurityException,
          CMSException,
          RefusedCryptoException,
          DefectiveEnvelopeException {
    TestAuthority authority = TestAuthority.at(NOW);
    Hybrid inquirer = authority.hybrid(INQUIRER, kind);
    byte[] sealed = sealed(authority, inquirer.issued(), CryptoProfile.HYBRID, HEAD);
    Certificate holder = Certificate.getInstance(inquirer.issued().der());
    RecipientInformation outer =
        new CMSAuthEnvelopedData(EnvelopeForm.parseOuter(sealed, holder))
            .getRecipientInfos()
            .getRecipients()
            .iterator()
            .next();
    Files.write(file("answer.der"), outer.getContent(inquirer.key().opening(outer)));
    writeKey(inquirer.issued());
    Files.writeString(file("root.pem"), TestAuthority.pem("CERTIFICATE", authority.rootDer()));

    openssl(
        "cms -decrypt -binary -inform DER -in answer.der"
            + " -recip certificate.pem -inkey key.pem -out signed.der");
    openssl("cms -verify -binary -inform DER -in signed.der -CAfile root.pem -out content.xml");

    assertThat(Files.readAllBytes(file("content.xml"))).isEqualTo(HEAD);
  }

  @ParameterizedTest // MS-40, MS-43
  @EnumSource(names = {"EC_P256", "EC_P384"})
  @DisplayName("内側をopensslが暗号化したH1の回答を開ける")
  void aHybridAnswerWhoseInnerLayerIsOfOpensslOpens(KeyKind kind)
      throws IOException,
          InterruptedException,
          GeneralSecurityException,
          CMSException,
          RefusedCryptoException {
    TestAuthority authority = TestAuthority.at(NOW);
    Hybrid inquirer = authority.hybrid(INQUIRER, kind);
    EnvelopeBinding binding = binding(inquirer.key().keyId(), CryptoProfile.HYBRID);
    byte[] inner = encryptedByOpenssl(inquirer.issued(), kind, signed(authority, binding));
    EnvelopeEncryption encryption = new EnvelopeEncryption(new SecureRandom());
    var generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        encryption.recipient(
            inquirer.issued().certificate(),
            KeyEncapsulation.keyOf(inquirer.issued().certificate()).orElseThrow()));
    byte[] answer =
        generator
            .generate(new CMSProcessableByteArray(inner), encryption.content())
            .toASN1Structure()
            .getEncoded(ASN1Encoding.DL);

    assertThat(opener(authority, inquirer.key()).open(answer, binding, PROVIDER).content())
        .isEqualTo(HEAD);
  }

  private byte[] encryptedByOpenssl(Issued inquirer, KeyKind kind, byte[] signed)
      throws IOException, InterruptedException {
    Files.write(file("signed.der"), signed);
    writeKey(inquirer);
    String keyOptions =
        kind == KeyKind.RSA_3072
            ? " -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256"
                + " -keyopt rsa_mgf1_md:sha256"
            : " -keyopt ecdh_kdf_md:sha256 -aes256-wrap";
    openssl(
        "cms -encrypt -binary -in signed.der -aes-256-gcm -outform DER -out answer.der"
            + " -recip certificate.pem"
            + keyOptions);
    return Files.readAllBytes(file("answer.der"));
  }

  private void writeKey(Issued inquirer) throws IOException {
    Files.writeString(
        file("key.pem"), TestAuthority.pem("PRIVATE KEY", inquirer.privateKey().getEncoded()));
    Files.writeString(file("certificate.pem"), TestAuthority.pem("CERTIFICATE", inquirer.der()));
  }

  private static byte[] signed(TestAuthority authority, EnvelopeBinding binding) {
    return new DocumentSigner(authority.signingKey(PROVIDER), CLOCK)
        .sign(HEAD, List.of(EnvelopeAttributes.of(binding)));
  }

  private static EnvelopeOpener opener(TestAuthority authority, DecryptionKey key) {
    return new EnvelopeOpener(key, new DocumentVerifier(authority.trustAnchors(), CLOCK), CLOCK);
  }

  @Test // JN-19
  @DisplayName("opensslの要求に応えたタイムスタンプをopensslで検証できる")
  void opensslAsksForATimeStampAndVerifiesIt()
      throws IOException, InterruptedException, UnacceptableTimeStampRequestException {
    TestAuthority authority = TestAuthority.at(NOW);
    Issued stamping = authority.timeStampAuthority(PROVIDER);
    Files.write(file("head"), HEAD);
    Files.writeString(file("root.pem"), TestAuthority.pem("CERTIFICATE", authority.rootDer()));
    openssl("ts -query -data head -sha256 -cert -out request.tsq");

    byte[] reply =
        new TimeStampIssuer(new SigningKey(stamping.privateKey(), stamping.certificate()))
            .grant(
                TimeStampRequest.read(Files.readAllBytes(file("request.tsq"))),
                BigInteger.TEN,
                NOW);
    Files.write(file("reply.tsr"), reply);

    openssl("ts -verify -in reply.tsr -queryfile request.tsq -CAfile root.pem");
    openssl("ts -verify -in reply.tsr -data head -CAfile root.pem");
  }

  @ParameterizedTest // JN-19
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  @DisplayName("opensslが発行したタイムスタンプを検証できる")
  void aTimeStampOfOpensslIsVerified(KeyKind kind) throws IOException, InterruptedException {
    TestAuthority authority = TestAuthority.at(NOW);
    Issued stamping =
        authority
            .leaf()
            .kind(kind)
            .keyUsage(KeyUsage.digitalSignature)
            .criticalPurpose(KeyPurposeId.id_kp_timeStamping)
            .issue();
    TimeStampRequest request = TimeStampRequest.over(HEAD, new SecureRandom());
    Files.write(file("request.tsq"), request.encoded());
    Files.writeString(
        file("key.pem"), TestAuthority.pem("PRIVATE KEY", stamping.privateKey().getEncoded()));
    Files.writeString(file("certificate.pem"), TestAuthority.pem("CERTIFICATE", stamping.der()));
    Files.writeString(
        file("authority.cnf"),
        """
        [authority]
        serial = serial
        default_policy = 1.2.3
        digests = sha256
        signer_digest = sha256
        accuracy = secs:2, millisecs:5
        tsa_name = yes
        ess_cert_id_alg = sha256
        """);

    openssl(
        "ts -reply -config authority.cnf -section authority -queryfile request.tsq"
            + " -signer certificate.pem -inkey key.pem -out reply.tsr");

    TimeStamp stamp =
        new TimeStampVerifier(authority.trustAnchors())
            .verifyReply(Files.readAllBytes(file("reply.tsr")), request);
    assertThat(stamp.time()).isBetween(NOW.minusSeconds(1), NOW.plus(Duration.ofMinutes(1)));
    assertThat(stamp.accuracy()).contains(Duration.ofMillis(2_005));
    assertThat(stamp.policy()).isEqualTo("1.2.3");
  }

  private static byte[] sealed(
      TestAuthority authority, Issued inquirer, CryptoProfile profile, byte[] answer) {
    RecipientCertificate recipient =
        RecipientCertificate.verify(inquirer.der(), INQUIRER, authority.trustAnchors(), CLOCK);
    EnvelopeBinding binding = binding(recipient.keyId(), profile);
    return new EnvelopeSealer(
            new DocumentSigner(authority.signingKey(PROVIDER), CLOCK), new SecureRandom())
        .seal(answer, binding, recipient);
  }

  private static EnvelopeBinding binding(String keyId, CryptoProfile profile) {
    return new EnvelopeBinding(
        new ProcessingNumber("20261001000001"),
        new PermitId("permit-00000001"),
        INQUIRER,
        keyId,
        profile.id(),
        NOW.plus(Duration.ofMinutes(5)));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("openssl"), Arrays.stream(arguments.split(" ", -1))).toList();
    Path output = file("openssl.log");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException absent) {
      fail("this test needs the program openssl, 3.0 or later, in the PATH", absent);
      return;
    }
    assertThat(process.waitFor()).as("%s", Files.readString(output)).isZero();
  }
}
