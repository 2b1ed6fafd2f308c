package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The algorithms of the profiles against what others published: whoever reads the standards comes
 * to the same bytes. Where each was found stands at it; {@code docs/crypto.md} says for what
 * nothing is published.
 */
@DisplayName("公開された試験値")
class PublishedVectorsTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 3394 section 4.6; both providers wrap keys here, one in envelopes, one at rest. */
  @Test // MS-43, JN-02
  void aes256WrapsAKeyAsInRfc3394() throws GeneralSecurityException {
    byte[] kek = hex("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");
    byte[] key = hex("00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F");
    String wrapped =
        "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21";
    for (Provider provider : List.of(CryptoProviders.envelope(), CryptoProviders.symmetric())) {
      Cipher cipher = Cipher.getInstance("AESWrap", provider);
      cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(kek, "AES"));

      assertThat(cipher.wrap(new SecretKeySpec(key, "AES"))).isEqualTo(hex(wrapped));
      cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(kek, "AES"));
      assertThat(cipher.unwrap(hex(wrapped), "AES", Cipher.SECRET_KEY).getEncoded()).isEqualTo(key);
    }
  }

  /** "The Galois/Counter Mode of Operation", which SP 800-38D is, test cases 14, 15 and 16. */
  @ParameterizedTest // MS-43, JN-02
  @CsvSource({
    "0000000000000000000000000000000000000000000000000000000000000000,"
        + "000000000000000000000000,"
        + "00000000000000000000000000000000,"
        + "'',"
        + "cea7403d4d606b6e074ec5d3baf39d18,"
        + "d0d1c8a799996bf0265b98b5d48ab919",
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,"
        + "cafebabefacedbaddecaf888,"
        + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255,"
        + "'',"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad,"
        + "b094dac5d93471bdec1a502270e3cc6c",
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308,"
        + "cafebabefacedbaddecaf888,"
        + "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39,"
        + "feedfacedeadbeeffeedfacedeadbeefabaddad2,"
        + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662,"
        + "76fc6ece0f4e1768cddf8853bb2d551b"
  })
  void aes256GcmEncryptsAsInItsSpecification(
      String key, String nonce, String plaintext, String associated, String encrypted, String tag)
      throws GeneralSecurityException {
    for (Provider provider : List.of(CryptoProviders.envelope(), CryptoProviders.symmetric())) {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(hex(key), "AES"),
          new GCMParameterSpec(CryptoProfile.TAG_BYTES * Byte.SIZE, hex(nonce)));
      cipher.updateAAD(hex(associated));

      assertThat(cipher.doFinal(hex(plaintext))).isEqualTo(hex(encrypted + tag));
    }
  }

  /** RFC 5903 sections 8.1 and 8.2: the shared secret of ECDH is the x coordinate. */
  @ParameterizedTest // MS-43
  @CsvSource({
    "secp256r1,"
        + "C88F01F510D9AC3F70A292DAA2316DE544E9AAB8AFE84049C62A9C57862D1433,"
        + "D12DFB5289C8D4F81208B70270398C342296970A0BCCB74C736FC7554494BF63,"
        + "56FBF3CA366CC23E8157854C13C58D6AAC23F046ADA30F8353E74F33039872AB,"
        + "D6840F6B42F6EDAFD13116E0E12565202FEF8E9ECE7DCE03812464D04B9442DE",
    "secp384r1,"
        + "099F3C7034D4A2C699884D73A375A67F7624EF7C6B3C0F160647B67414DCE655"
        + "E35B538041E649EE3FAEF896783AB194,"
        + "E558DBEF53EECDE3D3FCCFC1AEA08A89A987475D12FD950D83CFA41732BC509D"
        + "0D1AC43A0336DEF96FDA41D0774A3571,"
        + "DCFBEC7AACF3196472169E838430367F66EEBE3C6E70C416DD5F0C68759DD1FF"
        + "F83FA40142209DFF5EAAD96DB9E6386C,"
        + "11187331C279962D93D604243FD592CB9D0A926F422E47187521287E7156C5C4"
        + "D603135569B9E9D09CF5D4A270F59746"
  })
  void ellipticCurvesAgreeAsInRfc5903(String curve, String own, String x, String y, String secret)
      throws GeneralSecurityException {
    AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
    named.init(new ECGenParameterSpec(curve));
    ECParameterSpec parameters = named.getParameterSpec(ECParameterSpec.class);
    KeyFactory keys = KeyFactory.getInstance("EC");
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH", CryptoProviders.envelope());
    agreement.init(keys.generatePrivate(new ECPrivateKeySpec(new BigInteger(own, 16), parameters)));
    agreement.doPhase(
        keys.generatePublic(
            new ECPublicKeySpec(
                new ECPoint(new BigInteger(x, 16), new BigInteger(y, 16)), parameters)),
        true);

    assertThat(agreement.generateSecret()).isEqualTo(hex(secret));
  }

  /** NIST CAVP, ANS X9.63-2001 KDF, SHA-256: the first with and without SharedInfo. */
  @ParameterizedTest // MS-43
  @CsvSource({
    "96c05619d56c328ab95fe84b18264b08725b85e33fd34f08,'',443024c3dae66b95e6f5670601558f71",
    "22518b10e70f2a3f243810ae3254139efbee04aa57c7af7d,"
        + "75eef81aa3041e33b80971203d2c0c52,"
        + "c498af77161cc59f2962b9a713e2b215152d139766ce34a776df11866a69bf2e"
        + "52a13d9c7c6fc878c50c5ea0bc7b00e0da2447cfd874f6cf92f30d0097111485"
        + "500c90c3af8b487872d04685d14c8d1dc8d7fa08beb0ce0ababc11f0bd496269"
        + "142d43525a78e5bc79a17f59676a5706dc54d54d4d1f0bd7e386128ec26afc21"
  })
  void theKeyDerivationOfX963IsThatOfNist(String secret, String shared, String expected) {
    var derivation = new KDF2BytesGenerator(SHA256Digest.newInstance());
    derivation.init(new KDFParameters(hex(secret), hex(shared)));
    byte[] derived = new byte[expected.length() / 2];

    derivation.generateBytes(derived, 0, derived.length);

    assertThat(derived).isEqualTo(hex(expected));
  }

  /** NIST ACVP, ML-KEM-encapDecap-FIPS203, group 5: one as it was made and one that was changed. */
  @ParameterizedTest // MS-43
  @ValueSource(strings = {"86", "88"})
  void mlKem768DecapsulatesAsNistSays(String testCase) throws IOException {
    Properties vectors = new Properties();
    try (InputStream file = resource("acvp-ml-kem-768-decapsulation.properties")) {
      vectors.load(file);
    }
    byte[] key = hex(vectors.getProperty("dk"));
    byte[] encapsulation = hex(vectors.getProperty("c" + testCase));
    int length = 384 * 3;
    int end = length + 384 * 3 + 32;
    var own =
        new MLKEMPrivateKeyParameters(
            MLKEMParameters.ml_kem_768,
            Arrays.copyOfRange(key, 0, length),
            Arrays.copyOfRange(key, end, end + 32),
            Arrays.copyOfRange(key, end + 32, end + 64),
            Arrays.copyOfRange(key, length, end - 32),
            Arrays.copyOfRange(key, end - 32, end));

    assertThat(encapsulation).hasSize(KeyEncapsulation.ENCAPSULATION_BYTES);
    assertThat(own.getEncoded()).isEqualTo(key);
    assertThat(new MLKEMExtractor(own).extractSecret(encapsulation))
        .isEqualTo(hex(vectors.getProperty("k" + testCase)));
  }

  /**
   * A hundred of the keys, encapsulations, decapsulations and rejected encapsulations that the test
   * TestAccumulated of Go's crypto/mlkem makes of one stream, and their digest there.
   */
  @Test // MS-43
  void mlKem768MakesTheAccumulatedVectorsOfGo() {
    var input = new SHAKEDigest(128);
    var output = new SHAKEDigest(128);
    for (int round = 0; round < 100; round++) {
      var key = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, read(input, 64));
      var sent =
          MLKEMGenerator.internalGenerateEncapsulated(
              key.getPublicKeyParameters(), read(input, 32));
      MLKEMExtractor extractor = new MLKEMExtractor(key);
      absorb(output, key.getPublicKey());
      absorb(output, sent.getEncapsulation());
      absorb(output, sent.getSecret());
      assertThat(extractor.extractSecret(sent.getEncapsulation())).isEqualTo(sent.getSecret());
      absorb(output, extractor.extractSecret(read(input, KeyEncapsulation.ENCAPSULATION_BYTES)));
    }

    assertThat(read(output, 32))
        .isEqualTo(hex("1114b1b6699ed191734fa339376afa7e285c9e6acf6ff0177d346696ce564415"));
  }

  /**
   * RFC 9936 appendix C, an AuthEnvelopedData to ML-KEM-512 with AES-128: the library opens it as
   * the RFC says, and the profile, which has neither, refuses it.
   */
  @Test // MS-43
  @DisplayName("RFC 9936の例を復号でき、方式としては拒否する")
  void theExampleOfRfc9936OpensAndIsOutsideTheProfile()
      throws IOException, GeneralSecurityException, CMSException {
    byte[] message = pem("rfc9936-appendix-c.cms.pem");
    PrivateKey key =
        KeyFactory.getInstance(KeyEncapsulation.ALGORITHM, CryptoProviders.envelope())
            .generatePrivate(new PKCS8EncodedKeySpec(pem("rfc9936-appendix-c.key.pem")));
    var recipient =
        (KEMRecipientInformation)
            new CMSAuthEnvelopedData(message).getRecipientInfos().getRecipients().iterator().next();

    byte[] content =
        recipient.getContent(
            new JceKEMAuthEnvelopedRecipient(key).setProvider(CryptoProviders.envelope()));

    assertThat(new String(content, UTF_8)).isEqualTo("Hello, world!");
    Instant now = Instant.parse("2026-10-01T00:00:00Z");
    Certificate anybody =
        Certificate.getInstance(
            TestAuthority.at(now)
                .hybrid(new InstitutionCode("0220010000501700"), KeyKind.EC_P256)
                .issued()
                .der());
    assertThat(
            catchThrowableOfType(
                    DefectiveEnvelopeException.class,
                    () -> EnvelopeForm.parseOuter(message, anybody))
                .defect())
        .isEqualTo(EnvelopeDefect.CONTENT_ENCRYPTION);
  }

  private static byte[] read(SHAKEDigest stream, int bytes) {
    byte[] read = new byte[bytes];
    stream.doOutput(read, 0, bytes);
    return read;
  }

  private static void absorb(SHAKEDigest stream, byte[] bytes) {
    stream.update(bytes, 0, bytes.length);
  }

  private static byte[] hex(String digits) {
    return HEX.parseHex(digits);
  }

  private static byte[] pem(String name) throws IOException {
    try (InputStream file = resource(name)) {
      String text = new String(file.readAllBytes(), US_ASCII);
      return Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]*-----", ""));
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        PublishedVectorsTest.class.getResourceAsStream("/vectors/" + name), name);
  }
}
