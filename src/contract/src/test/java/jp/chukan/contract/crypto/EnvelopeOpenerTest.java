package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
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
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attempt: an envelope that is altered, moved, or made with other algorithms. Result: no plaintext,
 * and always the same code.
 */
class EnvelopeOpenerTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");
  private static final InstitutionCode OTHER = new InstitutionCode("0220011000101700");
  private static final String SECRET = "架空太郎";
  private static final byte[] PLAINTEXT = SECRET.getBytes(UTF_8);

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final TrustAnchors anchors = authority.trustAnchors();
  private final DocumentVerifier verifier = new DocumentVerifier(anchors, CLOCK);
  private final DocumentSigner signer = new DocumentSigner(authority.signingKey(PROVIDER), CLOCK);
  private final DecryptionKey key = authority.decryptionKey(INQUIRER, KeyKind.EC_P256);

  @ParameterizedTest // MS-40, JN-02
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  @DisplayName("照会者の秘密鍵だけが回答を開ける")
  void onlyTheMatchingPrivateKeyOpensIt(KeyKind kind) {
    DecryptionKey matching = authority.decryptionKey(INQUIRER, kind);
    DecryptionKey second = authority.decryptionKey(INQUIRER, kind);
    // the right certificate with a wrong private key: only the cryptography can tell
    DecryptionKey mixed = new DecryptionKey(second.privateKey(), matching.certificate());
    EnvelopeBinding binding = bindingFor(matching);
    byte[] envelope = seal(binding, matching);

    OpenedEnvelope opened = openerWith(matching).open(envelope, binding, PROVIDER);

    assertThat(opened.content()).isEqualTo(PLAINTEXT);
    assertThat(opened.binding()).isEqualTo(binding);
    assertThat(opened.document().signer()).isEqualTo(PROVIDER);
    assertThat(new String(envelope, UTF_8)).doesNotContain(SECRET);
    assertClosed(() -> openerWith(second).open(envelope, bindingFor(second), PROVIDER));
    assertClosed(() -> openerWith(mixed).open(envelope, binding, PROVIDER));
  }

  @Test // JN-02
  void theSamePlaintextNeverLooksTheSame() {
    assertThat(seal(bindingFor(key), key)).isNotEqualTo(seal(bindingFor(key), key));
  }

  @Test // MS-40
  @DisplayName("許可証と異なる鍵へは暗号化しない")
  void nothingIsSealedForAKeyThatTheBindingDoesNotName() {
    DecryptionKey second = authority.decryptionKey(INQUIRER, KeyKind.EC_P256);
    EnvelopeBinding binding = bindingFor(key);

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> seal(binding, second));
    assertRefused(
        ErrorCode.TKY_KEY_UNSUITABLE,
        () -> seal(changed(binding, binding.processingNumber(), binding.permitId(), OTHER), key));
  }

  @Test // MS-43
  void nothingIsSealedUnderAnUnknownProfile() {
    assertRefused(ErrorCode.SCM_ALGORITHM, () -> seal(withProfile(bindingFor(key), "C9"), key));
  }

  @ParameterizedTest // JN-27, MS-40
  @EnumSource(names = {"EC_P256", "RSA_3072"})
  @DisplayName("どのバイトを変えても開けない")
  void everyChangedByteClosesIt(KeyKind kind) {
    DecryptionKey recipient = authority.decryptionKey(INQUIRER, kind);
    EnvelopeBinding binding = bindingFor(recipient);
    EnvelopeOpener opener = openerWith(recipient);
    byte[] envelope = seal(binding, recipient);
    EveryByte.closes(envelope, changed -> opener.open(changed, binding, PROVIDER));
  }

  @Test // JN-27
  void anEnvelopeThatIsCutOrLongerDoesNotOpen() {
    byte[] envelope = seal(bindingFor(key), key);

    assertClosed(Arrays.copyOf(envelope, envelope.length - 1));
    assertClosed(Arrays.copyOf(envelope, envelope.length + 1));
    assertClosed(new byte[0]);
    assertClosed(PLAINTEXT);
  }

  /** CVE-2026-12802: the first bytes of a true tag are a true tag of that length. */
  @Test // JN-27
  @DisplayName("短い認証タグは受け付けない")
  void aTruncatedTagDoesNotOpen() throws IOException {
    AuthEnvelopedData sound = parsed(seal(bindingFor(key), key));
    EncryptedContentInfo content = sound.getAuthEncryptedContentInfo();
    GCMParameters parameters =
        GCMParameters.getInstance(content.getContentEncryptionAlgorithm().getParameters());
    for (int length : new int[] {12, 13, 14, 15}) {
      ASN1OctetString tag = new DEROctetString(Arrays.copyOf(sound.getMac().getOctets(), length));
      EncryptedContentInfo announced =
          new EncryptedContentInfo(
              content.getContentType(),
              new AlgorithmIdentifier(
                  CMSAlgorithm.AES256_GCM, new GCMParameters(parameters.getNonce(), length)),
              content.getEncryptedContent());

      assertClosed(rebuilt(sound, content, tag, null, null));
      assertClosed(rebuilt(sound, announced, tag, null, null));
    }
  }

  @Test // JN-27
  void attributesAroundTheContentDoNotOpen() throws IOException {
    AuthEnvelopedData sound = parsed(seal(bindingFor(key), key));
    ASN1Set attributes = new DERSet(EnvelopeAttributes.of(bindingFor(key)));
    EncryptedContentInfo content = sound.getAuthEncryptedContentInfo();

    assertClosed(rebuilt(sound, content, sound.getMac(), attributes, null));
    assertClosed(rebuilt(sound, content, sound.getMac(), null, attributes));
  }

  @ParameterizedTest // MS-43
  @MethodSource("otherContentEncryptions")
  @DisplayName("AES-256-GCM以外の暗号方式は受け付けない")
  void anotherContentEncryptionDoesNotOpen(ASN1ObjectIdentifier algorithm)
      throws CMSException, IOException, GeneralSecurityException {
    assertClosed(authEnveloped(algorithm, signed(bindingFor(key)), agreement(key)));
  }

  static Stream<ASN1ObjectIdentifier> otherContentEncryptions() {
    return Stream.of(
        CMSAlgorithm.AES128_GCM, CMSAlgorithm.AES192_GCM, CMSAlgorithm.ChaCha20Poly1305);
  }

  @Test // MS-43
  @DisplayName("認証のないCBCのEnvelopedDataは受け付けない")
  void cbcEnvelopedDataInsteadDoesNotOpen()
      throws CMSException, IOException, GeneralSecurityException {
    var generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(agreement(key));
    byte[] envelope =
        generator
            .generate(
                new CMSProcessableByteArray(signed(bindingFor(key))),
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                    .setProvider(CryptoProviders.envelope())
                    .build())
            .getEncoded();

    assertClosed(envelope);
  }

  @Test // MS-43
  @DisplayName("RSA PKCS#1 v1.5およびSHA-1のOAEPは受け付けない")
  void otherKeyTransportDoesNotOpen() throws CMSException, IOException, GeneralSecurityException {
    DecryptionKey rsa = authority.decryptionKey(INQUIRER, KeyKind.RSA_3072);
    EnvelopeBinding binding = bindingFor(rsa);
    RecipientInfoGenerator pkcs1 =
        new JceKeyTransRecipientInfoGenerator(rsa.certificate())
            .setProvider(CryptoProviders.envelope());
    RecipientInfoGenerator oaepSha1 =
        new JceKeyTransRecipientInfoGenerator(
                rsa.certificate(),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new RSAESOAEPparams()))
            .setProvider(CryptoProviders.envelope());

    for (RecipientInfoGenerator recipient : List.of(pkcs1, oaepSha1)) {
      byte[] envelope = authEnveloped(CMSAlgorithm.AES256_GCM, signed(binding), recipient);
      assertClosed(() -> openerWith(rsa).open(envelope, binding, PROVIDER));
    }
  }

  @Test // MS-43
  void otherKeyAgreementDoesNotOpen() throws CMSException, IOException, GeneralSecurityException {
    RecipientInfoGenerator derivation =
        agreement(key, CMSAlgorithm.ECDH_SHA512KDF, CMSAlgorithm.AES256_WRAP);
    RecipientInfoGenerator wrap =
        agreement(key, CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES128_WRAP);

    assertClosed(authEnveloped(CMSAlgorithm.AES256_GCM, signed(bindingFor(key)), derivation));
    assertClosed(authEnveloped(CMSAlgorithm.AES256_GCM, signed(bindingFor(key)), wrap));
  }

  @Test // MS-40
  @DisplayName("他に受取人のいる封筒は受け付けない")
  void aSecondRecipientDoesNotOpen() throws CMSException, IOException, GeneralSecurityException {
    DecryptionKey other = authority.decryptionKey(OTHER, KeyKind.EC_P256);

    assertClosed(
        authEnveloped(
            CMSAlgorithm.AES256_GCM, signed(bindingFor(key)), agreement(key), agreement(other)));
  }

  @ParameterizedTest // MS-40, JN-27
  @MethodSource("bindingsOfOtherExchanges")
  @DisplayName("別の照会に結び付けられた回答は開けない")
  void aBindingOfAnotherExchangeDoesNotOpen(
      ProcessingNumber processingNumber, PermitId permit, InstitutionCode inquirer) {
    EnvelopeBinding binding = bindingFor(key);
    byte[] envelope = seal(binding, key);

    assertClosed(
        () ->
            openerWith(key)
                .open(envelope, changed(binding, processingNumber, permit, inquirer), PROVIDER));
  }

  static Stream<Arguments> bindingsOfOtherExchanges() {
    ProcessingNumber number = new ProcessingNumber("20261001000001");
    PermitId permit = new PermitId("permit-00000001");
    return Stream.of(
        Arguments.of(new ProcessingNumber("20261001000002"), permit, INQUIRER),
        Arguments.of(number, new PermitId("permit-00000002"), INQUIRER),
        Arguments.of(number, permit, OTHER));
  }

  @Test // MS-43
  void aBindingOfAnotherProfileOrKeyDoesNotOpen()
      throws CMSException, IOException, GeneralSecurityException {
    EnvelopeBinding unknown = withProfile(bindingFor(key), "C9");
    EnvelopeBinding otherKey = bindingFor(authority.decryptionKey(INQUIRER, KeyKind.EC_P256));

    for (EnvelopeBinding binding : List.of(unknown, otherKey)) {
      byte[] envelope = authEnveloped(CMSAlgorithm.AES256_GCM, signed(binding), agreement(key));
      assertClosed(() -> openerWith(key).open(envelope, binding, PROVIDER));
    }
  }

  @Test // MS-40
  @DisplayName("有効期限の切れた回答は開けない")
  void anExpiredBindingDoesNotOpen() {
    EnvelopeBinding binding = bindingFor(key);
    byte[] envelope = seal(binding, key);
    InstantSource before = InstantSource.fixed(binding.expiresAt().minusSeconds(1));
    InstantSource at = InstantSource.fixed(binding.expiresAt());

    assertThat(new EnvelopeOpener(key, verifier, before).open(envelope, binding, PROVIDER))
        .isNotNull();
    assertClosed(() -> new EnvelopeOpener(key, verifier, at).open(envelope, binding, PROVIDER));
  }

  @Test // JN-27
  void theExpiryThatTheReceiverExpectsDoesNotCount() {
    EnvelopeBinding binding = bindingFor(key);
    EnvelopeBinding longer =
        new EnvelopeBinding(
            binding.processingNumber(),
            binding.permitId(),
            binding.inquirer(),
            binding.keyId(),
            binding.profileId(),
            NOW.plus(Duration.ofDays(1)));

    assertThat(openerWith(key).open(seal(binding, key), longer, PROVIDER).binding())
        .isEqualTo(binding);
  }

  @Test // JN-27
  @DisplayName("提供者以外が署名した回答は開けない")
  void anotherProvidersSignatureDoesNotOpen()
      throws CMSException, IOException, GeneralSecurityException {
    EnvelopeBinding binding = bindingFor(key);
    byte[] foreign =
        new DocumentSigner(authority.signingKey(OTHER), CLOCK)
            .sign(PLAINTEXT, List.of(EnvelopeAttributes.of(binding)));

    assertClosed(authEnveloped(CMSAlgorithm.AES256_GCM, foreign, agreement(key)));
    assertClosed(authEnveloped(CMSAlgorithm.AES256_GCM, PLAINTEXT, agreement(key)));
  }

  /** The signature names no inquirer by itself: the binding inside it does. */
  @Test // MS-40
  @DisplayName("受け取った回答を別の照会者宛に封入し直しても開けない")
  void anAnswerThatAnInquirerSealsAnewForAnotherDoesNotOpen()
      throws CMSException, IOException, GeneralSecurityException {
    DecryptionKey other = authority.decryptionKey(OTHER, KeyKind.EC_P256);
    byte[] signedForFirst = signed(bindingFor(key));
    byte[] envelope = authEnveloped(CMSAlgorithm.AES256_GCM, signedForFirst, agreement(other));
    EnvelopeBinding expected =
        changed(
            bindingFor(other),
            bindingFor(key).processingNumber(),
            bindingFor(key).permitId(),
            OTHER);

    assertClosed(() -> openerWith(other).open(envelope, expected, PROVIDER));
  }

  @Test // MS-40
  void anAnswerWithoutABindingDoesNotOpen()
      throws CMSException, IOException, GeneralSecurityException {
    assertClosed(authEnveloped(CMSAlgorithm.AES256_GCM, signer.sign(PLAINTEXT), agreement(key)));
  }

  @Test // JN-27
  @DisplayName("開けない理由は外に出ず、平文はどこにも残らない")
  void noFailureTellsMoreThanTheCodeOrHoldsContent() {
    EnvelopeBinding binding = bindingFor(key);
    byte[] envelope = seal(binding, key);
    Throwable wrongProvider = catchThrowable(() -> openerWith(key).open(envelope, binding, OTHER));

    StringWriter trace = new StringWriter();
    wrongProvider.printStackTrace(new PrintWriter(trace, true));

    assertThat(wrongProvider)
        .hasMessage(ErrorCode.SCM_ENVELOPE.id())
        .hasCauseInstanceOf(Exception.class);
    assertThat(trace.toString()).doesNotContain(SECRET);
  }

  private byte[] seal(EnvelopeBinding binding, DecryptionKey recipient) {
    return new EnvelopeSealer(signer, new SecureRandom())
        .seal(PLAINTEXT, binding, authority.recipient(recipient));
  }

  private EnvelopeOpener openerWith(DecryptionKey recipient) {
    return new EnvelopeOpener(recipient, verifier, CLOCK);
  }

  private static EnvelopeBinding bindingFor(DecryptionKey recipient) {
    return new EnvelopeBinding(
        new ProcessingNumber("20261001000001"),
        new PermitId("permit-00000001"),
        recipient.institution(),
        recipient.keyId(),
        CryptoProfile.CLASSICAL.id(),
        NOW.plus(Duration.ofMinutes(5)));
  }

  private static EnvelopeBinding changed(
      EnvelopeBinding binding, ProcessingNumber number, PermitId permit, InstitutionCode inquirer) {
    return new EnvelopeBinding(
        number, permit, inquirer, binding.keyId(), binding.profileId(), binding.expiresAt());
  }

  private static EnvelopeBinding withProfile(EnvelopeBinding binding, String profileId) {
    return new EnvelopeBinding(
        binding.processingNumber(),
        binding.permitId(),
        binding.inquirer(),
        binding.keyId(),
        profileId,
        binding.expiresAt());
  }

  private byte[] signed(EnvelopeBinding binding) {
    return signer.sign(PLAINTEXT, List.of(EnvelopeAttributes.of(binding)));
  }

  private static RecipientInfoGenerator agreement(DecryptionKey recipient)
      throws GeneralSecurityException {
    return agreement(recipient, CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP);
  }

  private static RecipientInfoGenerator agreement(
      DecryptionKey recipient, ASN1ObjectIdentifier derivation, ASN1ObjectIdentifier wrap)
      throws GeneralSecurityException {
    KeyPair ephemeral = KeyKind.EC_P256.generate();
    return new JceKeyAgreeRecipientInfoGenerator(
            derivation, ephemeral.getPrivate(), ephemeral.getPublic(), wrap)
        .setProvider(CryptoProviders.envelope())
        .addRecipient(recipient.certificate());
  }

  private static byte[] authEnveloped(
      ASN1ObjectIdentifier algorithm, byte[] content, RecipientInfoGenerator... recipients)
      throws CMSException, IOException {
    var generator = new CMSAuthEnvelopedDataGenerator();
    for (RecipientInfoGenerator recipient : recipients) {
      generator.addRecipientInfoGenerator(recipient);
    }
    OutputAEADEncryptor encryptor =
        (OutputAEADEncryptor)
            new JceCMSContentEncryptorBuilder(algorithm)
                .setProvider(CryptoProviders.envelope())
                .build();
    return generator.generate(new CMSProcessableByteArray(content), encryptor).getEncoded();
  }

  private static AuthEnvelopedData parsed(byte[] envelope) {
    return AuthEnvelopedData.getInstance(ContentInfo.getInstance(envelope).getContent());
  }

  private static byte[] rebuilt(
      AuthEnvelopedData sound,
      EncryptedContentInfo content,
      ASN1OctetString tag,
      @Nullable ASN1Set authenticated,
      @Nullable ASN1Set unauthenticated)
      throws IOException {
    return new ContentInfo(
            CMSObjectIdentifiers.authEnvelopedData,
            new AuthEnvelopedData(
                null, sound.getRecipientInfos(), content, authenticated, tag, unauthenticated))
        .getEncoded();
  }

  private void assertClosed(byte[] envelope) {
    assertClosed(() -> openerWith(key).open(envelope, bindingFor(key), PROVIDER));
  }

  private static void assertClosed(ThrowingCallable attempt) {
    assertRefused(ErrorCode.SCM_ENVELOPE, attempt);
  }
}
