package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.TestAuthority.Hybrid;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attempt: an envelope of profile H1 that is altered, stripped of a layer, or made with other
 * algorithms. Result: no plaintext, always the same code, and the precise reason behind it.
 */
@DisplayName("暗号方式H1の封筒")
class HybridEnvelopeTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");
  private static final String SECRET = "架空太郎";
  private static final byte[] PLAINTEXT = SECRET.getBytes(UTF_8);
  private static final AlgorithmIdentifier HKDF_SHA256 =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final TrustAnchors anchors = authority.trustAnchors();
  private final DocumentVerifier verifier = new DocumentVerifier(anchors, CLOCK);
  private final DocumentSigner signer = new DocumentSigner(authority.signingKey(PROVIDER), CLOCK);
  private final Hybrid hybrid = authority.hybrid(INQUIRER, KeyKind.EC_P256);
  private final DecryptionKey key = hybrid.key();
  private final EnvelopeEncryption encryption = new EnvelopeEncryption(new SecureRandom());

  @ParameterizedTest // MS-40, JN-02
  @EnumSource(names = {"EC_P256", "EC_P384"})
  @DisplayName("両方の秘密鍵を持つ照会者だけが開ける")
  void onlyWhoHasBothPrivateKeysOpensIt(KeyKind kind) {
    Hybrid own = authority.hybrid(INQUIRER, kind);
    Hybrid other = authority.hybrid(INQUIRER, kind);
    DecryptionKey withoutElliptic =
        new DecryptionKey(other.issued().privateKey(), own.secondKey(), own.issued().certificate());
    DecryptionKey withoutLattice =
        new DecryptionKey(own.issued().privateKey(), other.secondKey(), own.issued().certificate());
    EnvelopeBinding binding = binding(own.key(), CryptoProfile.HYBRID);
    byte[] envelope = seal(binding, own.key());

    OpenedEnvelope opened = openerWith(own.key()).open(envelope, binding, PROVIDER);

    assertThat(opened.content()).isEqualTo(PLAINTEXT);
    assertThat(opened.binding()).isEqualTo(binding);
    assertThat(opened.binding().profileId()).isEqualTo("H1");
    assertThat(new String(envelope, UTF_8)).doesNotContain(SECRET);
    assertClosed(EnvelopeDefect.CONTENT_KEY, withoutElliptic, binding, envelope);
    assertClosed(EnvelopeDefect.CONTENT_KEY, withoutLattice, binding, envelope);
    assertClosed(
        EnvelopeDefect.OTHER_RECIPIENT,
        other.key(),
        binding(other.key(), CryptoProfile.HYBRID),
        envelope);
  }

  @Test // MS-40, MS-43
  @DisplayName("外側を解いても残りはECの鍵なしに読めず、外側だけでもECの鍵では読めない")
  void neitherLayerAloneHoldsTheContent() throws Exception {
    byte[] envelope = seal(binding(key, CryptoProfile.HYBRID), key);

    byte[] inner = innerOf(envelope);

    assertThat(new String(inner, UTF_8)).doesNotContain(SECRET);
    assertThat(EnvelopeForm.parse(inner, holder())).isNotNull();
    DefectiveEnvelopeException outer =
        (DefectiveEnvelopeException) catchThrowable(() -> EnvelopeForm.parse(envelope, holder()));
    assertThat(outer.defect()).isEqualTo(EnvelopeDefect.RECIPIENT_ALGORITHM);
  }

  @Test // JN-27, MS-40
  @DisplayName("どのバイトを変えても開けず、理由が分かる")
  void everyChangedByteClosesIt() {
    EnvelopeBinding binding = binding(key, CryptoProfile.HYBRID);
    EnvelopeOpener opener = openerWith(key);

    Map<EnvelopeDefect, Integer> reasons =
        EveryByte.closes(seal(binding, key), changed -> opener.open(changed, binding, PROVIDER));

    assertThat(reasons)
        .containsKeys(
            EnvelopeDefect.STRUCTURE, EnvelopeDefect.RECIPIENT_ALGORITHM, EnvelopeDefect.TAG);
    // the encapsulation, and the wrapped key
    assertThat(reasons.get(EnvelopeDefect.CONTENT_KEY)).isGreaterThanOrEqualTo(1_088 + 40);
  }

  @Test // MS-43
  @DisplayName("許可された方式と異なる形の封筒は開けない")
  void theFormOfTheOtherProfileDoesNotOpen() {
    EnvelopeBinding classical = binding(key, CryptoProfile.CLASSICAL);
    EnvelopeBinding hybridBinding = binding(key, CryptoProfile.HYBRID);

    assertThat(openerWith(key).open(seal(classical, key), classical, PROVIDER)).isNotNull();
    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, key, hybridBinding, seal(classical, key));
    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, key, classical, seal(hybridBinding, key));
  }

  @Test // MS-43, JN-27
  @DisplayName("形と異なる方式に結び付けられた回答は開けない")
  void aBindingOfAnotherProfileThanTheFormDoesNotOpen() throws Exception {
    EnvelopeBinding classical = binding(key, CryptoProfile.CLASSICAL);
    EnvelopeBinding hybridBinding = binding(key, CryptoProfile.HYBRID);
    byte[] classicalInside = outer(inner(signed(classical)));
    byte[] hybridInside = inner(signed(hybridBinding));

    assertClosed(EnvelopeDefect.BINDING, key, hybridBinding, classicalInside);
    assertClosed(EnvelopeDefect.BINDING, key, classical, hybridInside);
  }

  @Test // MS-43
  void nothingIsSealedToACertificateThatHasNoKeyForTheProfile() {
    DecryptionKey classical = authority.decryptionKey(INQUIRER, KeyKind.EC_P256);
    DecryptionKey rsa = authority.decryptionKey(INQUIRER, KeyKind.RSA_3072);

    for (DecryptionKey recipient : List.of(classical, rsa)) {
      assertRefused(
          ErrorCode.SCM_ALGORITHM, () -> seal(binding(recipient, CryptoProfile.HYBRID), recipient));
    }
  }

  @Test // MS-43
  void whoHasNoKeyForTheProfileOpensNothingOfIt() {
    DecryptionKey classical = authority.decryptionKey(INQUIRER, KeyKind.EC_P256);
    byte[] envelope = seal(binding(key, CryptoProfile.HYBRID), key);

    assertClosed(
        EnvelopeDefect.OTHER_RECIPIENT,
        classical,
        binding(classical, CryptoProfile.HYBRID),
        envelope);
  }

  @Test // MS-43
  @DisplayName("鍵の方式のうち許可された最も強いものを選ぶ")
  void theStrongestThatBothHaveIsChosen() {
    Set<CryptoProfile> both = Set.of(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID);
    Set<CryptoProfile> classical = Set.of(CryptoProfile.CLASSICAL);
    Set<CryptoProfile> hybridOnly = Set.of(CryptoProfile.HYBRID);

    assertThat(CryptoProfile.strongest(both, both)).contains(CryptoProfile.HYBRID);
    assertThat(CryptoProfile.strongest(both, classical)).contains(CryptoProfile.CLASSICAL);
    assertThat(CryptoProfile.strongest(classical, both)).contains(CryptoProfile.CLASSICAL);
    assertThat(CryptoProfile.strongest(both, hybridOnly)).contains(CryptoProfile.HYBRID);
    assertThat(CryptoProfile.strongest(classical, hybridOnly)).isEmpty();
    assertThat(CryptoProfile.strongest(both, Set.of())).isEmpty();
  }

  @ParameterizedTest // MS-43
  @MethodSource("otherParameterSets")
  @DisplayName("ML-KEM-768以外のパラメータは受け付けない")
  void anotherParameterSetDoesNotOpen(String parameterSet) throws Exception {
    KeyPair other = TestAuthority.mlKem(parameterSet);
    PublicKey readable =
        KeyFactory.getInstance("ML-KEM", CryptoProviders.envelope())
            .generatePublic(
                new java.security.spec.X509EncodedKeySpec(other.getPublic().getEncoded()));
    byte[] envelope =
        outerWith(signedInside(), CMSAlgorithm.AES256_GCM, kem(readable, CMSAlgorithm.AES256_WRAP));

    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, envelope);
  }

  static Stream<String> otherParameterSets() {
    return Stream.of("ML-KEM-512", "ML-KEM-1024");
  }

  @ParameterizedTest // MS-43
  @MethodSource("otherEncapsulations")
  @DisplayName("他の鍵導出・鍵ラップ・鍵長・付加情報は受け付けない")
  void anotherWayToHandOverTheKeyDoesNotOpen(
      String what, UnaryOperator<KEMRecipientInfo> change, EnvelopeDefect defect) throws Exception {
    AuthEnvelopedData sound = parsed(seal(binding(key, CryptoProfile.HYBRID), key));

    assertClosed(defect, rebuilt(sound, change.apply(kemOf(sound))));
  }

  static Stream<Arguments> otherEncapsulations() {
    EnvelopeDefect algorithm = EnvelopeDefect.RECIPIENT_ALGORITHM;
    return Stream.of(
        Arguments.of(
            "KDF",
            changing(null, PKCSObjectIdentifiers.id_alg_hkdf_with_sha384, 32, null),
            algorithm),
        Arguments.of(
            "wrap of AES-128", changing(null, null, 16, CMSAlgorithm.AES128_WRAP), algorithm),
        Arguments.of(
            "wrap of AES-192", changing(null, null, 24, CMSAlgorithm.AES192_WRAP), algorithm),
        Arguments.of(
            "wrap of AES-128 with a key of AES-256",
            changing(null, null, 32, CMSAlgorithm.AES128_WRAP),
            algorithm),
        Arguments.of("length of the key", changing(null, null, 16, null), algorithm),
        Arguments.of(
            "another KEM",
            changing(NISTObjectIdentifiers.id_alg_ml_kem_1024, null, 32, null),
            algorithm),
        Arguments.of("user keying material", withUserKeyingMaterial(), algorithm),
        Arguments.of("parameters of the KEM", withParameters(), algorithm),
        Arguments.of("shorter encapsulation", shorter(), algorithm),
        Arguments.of(
            "holder by key identifier", byKeyIdentifier(), EnvelopeDefect.OTHER_RECIPIENT));
  }

  /** The library reads the first two elements and passes over what follows. */
  @Test // JN-27, MS-43
  void anElementTooManyInTheRecipientDoesNotOpen() throws IOException {
    AuthEnvelopedData sound = parsed(seal(binding(key, CryptoProfile.HYBRID), key));
    var longer =
        new DERTaggedObject(
            false,
            4,
            new DERSequence(
                new ASN1Encodable[] {
                  CMSObjectIdentifiers.id_ori_kem, kemOf(sound), DERNull.INSTANCE
                }));

    assertClosed(
        EnvelopeDefect.ENCODING,
        encoded(
            new AuthEnvelopedData(
                null,
                new DERSet((ASN1Encodable) longer),
                sound.getAuthEncryptedContentInfo(),
                null,
                sound.getMac(),
                null)));
  }

  /** These open with the library alone: only the form refuses them. */
  @Test // MS-43
  @DisplayName("復号できても方式と異なる封筒は受け付けない")
  void whatTheLibraryWouldOpenIsRefusedByItsForm() throws Exception {
    for (var wrap : List.of(CMSAlgorithm.AES128_WRAP, CMSAlgorithm.AES192_WRAP)) {
      byte[] envelope =
          outerWith(signedInside(), CMSAlgorithm.AES256_GCM, named(kem(second(), wrap)));
      assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, envelope);
    }
    byte[] otherDerivation =
        outerWith(
            signedInside(),
            CMSAlgorithm.AES256_GCM,
            named(
                new JceKEMRecipientInfoGenerator(new byte[0], second(), CMSAlgorithm.AES256_WRAP)
                    .setKDF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha512))
                    .setProvider(CryptoProviders.envelope())));
    byte[] material =
        outerWith(
            signedInside(),
            CMSAlgorithm.AES256_GCM,
            named(
                new JceKEMRecipientInfoGenerator(new byte[0], second(), CMSAlgorithm.AES256_WRAP)
                    .setKDF(HKDF_SHA256)
                    .setUserKeyingMaterial(new byte[] {1})
                    .setProvider(CryptoProviders.envelope())));

    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, otherDerivation);
    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, material);
    assertThat(
            openerWith(key)
                .open(outer(signedInside()), binding(key, CryptoProfile.HYBRID), PROVIDER))
        .isNotNull();
  }

  @Test // MS-43
  @DisplayName("外側の内容暗号もAES-256-GCMだけ")
  void anotherContentEncryptionOfTheOuterLayerDoesNotOpen() throws Exception {
    for (var algorithm : List.of(CMSAlgorithm.AES128_GCM, CMSAlgorithm.ChaCha20Poly1305)) {
      byte[] envelope =
          outerWith(signedInside(), algorithm, named(kem(second(), CMSAlgorithm.AES256_WRAP)));
      assertClosed(EnvelopeDefect.CONTENT_ENCRYPTION, envelope);
    }
  }

  @Test // MS-40
  @DisplayName("他に受取人のいる封筒は受け付けない")
  void aSecondRecipientOfTheOuterLayerDoesNotOpen() throws Exception {
    RecipientInfoGenerator own = named(kem(second(), CMSAlgorithm.AES256_WRAP));

    assertClosed(
        EnvelopeDefect.RECIPIENT_COUNT,
        outerWith(
            signedInside(), CMSAlgorithm.AES256_GCM, own, encryption.recipient(key.certificate())));
    assertClosed(
        EnvelopeDefect.RECIPIENT_COUNT,
        outerWith(signedInside(), CMSAlgorithm.AES256_GCM, own, own));
  }

  @Test // MS-43
  @DisplayName("内側がもう一度ML-KEMの封筒でも、署名だけでも受け付けない")
  void anInnerLayerOfAnotherKindDoesNotOpen() throws Exception {
    EnvelopeBinding binding = binding(key, CryptoProfile.HYBRID);

    assertClosed(EnvelopeDefect.RECIPIENT_ALGORITHM, outer(outer(signed(binding))));
    assertClosed(EnvelopeDefect.STRUCTURE, outer(signed(binding)));
    assertClosed(EnvelopeDefect.STRUCTURE, outer(PLAINTEXT));
  }

  @Test // JN-27
  void attributesAroundTheOuterLayerDoNotOpen() throws Exception {
    AuthEnvelopedData sound = parsed(seal(binding(key, CryptoProfile.HYBRID), key));
    var attributes = new DERSet(EnvelopeAttributes.of(binding(key, CryptoProfile.HYBRID)));
    byte[] changed =
        encoded(
            new AuthEnvelopedData(
                null,
                sound.getRecipientInfos(),
                sound.getAuthEncryptedContentInfo(),
                null,
                sound.getMac(),
                attributes));

    assertClosed(EnvelopeDefect.FIELDS, changed);
  }

  @Test // JN-27
  @DisplayName("開けない理由は操作者だけに分かり、内容を含まない")
  void theReasonIsForOperatorsAndHoldsNoContent() {
    EnvelopeBinding binding = binding(key, CryptoProfile.HYBRID);
    byte[] envelope = seal(binding, key);

    Throwable refused = catchThrowable(() -> openerWith(key).open(envelope, binding, INQUIRER));

    assertThat(refused).hasMessage(ErrorCode.SCM_ENVELOPE.id());
    assertThat(EnvelopeDefect.in(refused)).contains(EnvelopeDefect.SIGNATURE);
    assertThat(EnvelopeDefect.in(new IllegalStateException())).isEmpty();
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain(SECRET);
    }
  }

  private static UnaryOperator<KEMRecipientInfo> changing(
      @Nullable ASN1ObjectIdentifier kem,
      @Nullable ASN1ObjectIdentifier derivation,
      int keyLength,
      @Nullable ASN1ObjectIdentifier wrap) {
    return info ->
        new KEMRecipientInfo(
            info.getRecipientIdentifier(),
            kem == null ? info.getKem() : new AlgorithmIdentifier(kem),
            info.getKemct(),
            derivation == null ? info.getKdf() : new AlgorithmIdentifier(derivation),
            ASN1Integer.valueOf(keyLength),
            null,
            wrap == null ? info.getWrap() : new AlgorithmIdentifier(wrap),
            info.getEncryptedKey());
  }

  private static UnaryOperator<KEMRecipientInfo> withUserKeyingMaterial() {
    return info ->
        rebuilt(
            info,
            info.getRecipientIdentifier(),
            info.getKem(),
            info.getKemct(),
            new DEROctetString(new byte[0]));
  }

  private static UnaryOperator<KEMRecipientInfo> withParameters() {
    return info ->
        rebuilt(
            info,
            info.getRecipientIdentifier(),
            new AlgorithmIdentifier(info.getKem().getAlgorithm(), DERNull.INSTANCE),
            info.getKemct(),
            null);
  }

  private static UnaryOperator<KEMRecipientInfo> shorter() {
    return info ->
        rebuilt(
            info,
            info.getRecipientIdentifier(),
            info.getKem(),
            new DEROctetString(Arrays.copyOf(info.getKemct().getOctets(), 1_087)),
            null);
  }

  private static UnaryOperator<KEMRecipientInfo> byKeyIdentifier() {
    return info ->
        rebuilt(
            info,
            new RecipientIdentifier((ASN1OctetString) new DEROctetString(new byte[20])),
            info.getKem(),
            info.getKemct(),
            null);
  }

  /** The same but for these; key derivation, wrap and wrapped key stay. */
  private static KEMRecipientInfo rebuilt(
      KEMRecipientInfo info,
      RecipientIdentifier recipient,
      AlgorithmIdentifier kem,
      ASN1OctetString ciphertext,
      @Nullable ASN1OctetString material) {
    return new KEMRecipientInfo(
        recipient,
        kem,
        ciphertext,
        info.getKdf(),
        ASN1Integer.valueOf(info.getKekLength()),
        material,
        info.getWrap(),
        info.getEncryptedKey());
  }

  private PublicKey second() {
    return authority.recipient(key).encapsulationKey().orElseThrow();
  }

  private static RecipientInfoGenerator kem(PublicKey key, ASN1ObjectIdentifier wrap) {
    return new JceKEMRecipientInfoGenerator(new byte[0], key, wrap)
        .setKDF(HKDF_SHA256)
        .setProvider(CryptoProviders.envelope());
  }

  /** The same, for the holder of the certificate. */
  private RecipientInfoGenerator named(RecipientInfoGenerator generator) {
    return contentKey -> {
      KEMRecipientInfo info =
          KEMRecipientInfo.getInstance(
              OtherRecipientInfo.getInstance(generator.generate(contentKey).getInfo()).getValue());
      byte[] material = info.getUkm();
      return recipient(
          rebuilt(
              info,
              new RecipientIdentifier(
                  new IssuerAndSerialNumber(
                      holder().getIssuer(), holder().getSerialNumber().getValue())),
              info.getKem(),
              info.getKemct(),
              material == null ? null : new DEROctetString(material)));
    };
  }

  private static RecipientInfo recipient(KEMRecipientInfo info) {
    return new RecipientInfo(new OtherRecipientInfo(CMSObjectIdentifiers.id_ori_kem, info));
  }

  private Certificate holder() {
    try {
      return Certificate.getInstance(key.certificate().getEncoded());
    } catch (GeneralSecurityException unencodable) {
      throw new IllegalStateException(unencodable);
    }
  }

  private static KEMRecipientInfo kemOf(AuthEnvelopedData data) {
    RecipientInfo only = RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0));
    return KEMRecipientInfo.getInstance(OtherRecipientInfo.getInstance(only.getInfo()).getValue());
  }

  private static byte[] rebuilt(AuthEnvelopedData sound, KEMRecipientInfo info) throws IOException {
    return encoded(
        new AuthEnvelopedData(
            null,
            new DERSet((ASN1Encodable) recipient(info)),
            sound.getAuthEncryptedContentInfo(),
            null,
            sound.getMac(),
            null));
  }

  private static byte[] encoded(AuthEnvelopedData data) throws IOException {
    return new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, data)
        .getEncoded(ASN1Encoding.DL);
  }

  private static AuthEnvelopedData parsed(byte[] envelope) {
    return AuthEnvelopedData.getInstance(ContentInfo.getInstance(envelope).getContent());
  }

  /** The inner layer as whoever broke the outer one would have it. */
  private byte[] innerOf(byte[] envelope) throws Exception {
    var data = new CMSAuthEnvelopedData(EnvelopeForm.parseOuter(envelope, holder()));
    var recipient = data.getRecipientInfos().getRecipients().iterator().next();
    return recipient.getContent(key.opening(recipient));
  }

  private byte[] signed(EnvelopeBinding binding) {
    return signer.sign(PLAINTEXT, List.of(EnvelopeAttributes.of(binding)));
  }

  /** A sound inner layer of the profile. */
  private byte[] signedInside() throws Exception {
    return inner(signed(binding(key, CryptoProfile.HYBRID)));
  }

  private byte[] inner(byte[] content) throws Exception {
    return outerWith(content, CMSAlgorithm.AES256_GCM, encryption.recipient(key.certificate()));
  }

  private byte[] outer(byte[] content) throws Exception {
    return outerWith(
        content, CMSAlgorithm.AES256_GCM, encryption.recipient(key.certificate(), second()));
  }

  private static byte[] outerWith(
      byte[] content, ASN1ObjectIdentifier algorithm, RecipientInfoGenerator... recipients)
      throws CMSException, IOException {
    var generator = new CMSAuthEnvelopedDataGenerator();
    for (RecipientInfoGenerator recipient : recipients) {
      generator.addRecipientInfoGenerator(recipient);
    }
    var encryptor =
        (OutputAEADEncryptor)
            new JceCMSContentEncryptorBuilder(algorithm)
                .setProvider(CryptoProviders.envelope())
                .build();
    return generator
        .generate(new CMSProcessableByteArray(content), encryptor)
        .toASN1Structure()
        .getEncoded(ASN1Encoding.DL);
  }

  private byte[] seal(EnvelopeBinding binding, DecryptionKey recipient) {
    return new EnvelopeSealer(signer, new SecureRandom())
        .seal(PLAINTEXT, binding, authority.recipient(recipient));
  }

  private EnvelopeOpener openerWith(DecryptionKey recipient) {
    return new EnvelopeOpener(recipient, verifier, CLOCK);
  }

  private static EnvelopeBinding binding(DecryptionKey recipient, CryptoProfile profile) {
    return new EnvelopeBinding(
        new ProcessingNumber("20261001000001"),
        new PermitId("permit-00000001"),
        recipient.institution(),
        recipient.keyId(),
        profile.id(),
        NOW.plus(Duration.ofMinutes(5)));
  }

  private void assertClosed(EnvelopeDefect defect, byte[] envelope) {
    assertClosed(defect, key, binding(key, CryptoProfile.HYBRID), envelope);
  }

  private void assertClosed(
      EnvelopeDefect defect, DecryptionKey with, EnvelopeBinding expected, byte[] envelope) {
    assertRefused(
        ErrorCode.SCM_ENVELOPE, () -> openerWith(with).open(envelope, expected, PROVIDER));
    assertThat(
            EnvelopeDefect.in(
                catchThrowable(() -> openerWith(with).open(envelope, expected, PROVIDER))))
        .contains(defect);
  }
}
