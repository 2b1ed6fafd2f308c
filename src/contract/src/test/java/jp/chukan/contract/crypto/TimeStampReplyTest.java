package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.error.ErrorCode;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Request and reply between who asks and the authority. */
class TimeStampReplyTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00.250Z");
  private static final InstitutionCode HOLDER = new InstitutionCode("0030099000001700");
  private static final byte[] DOCUMENT = "signed head 1".getBytes(UTF_8);
  private static final BigInteger SERIAL = new BigInteger("123456789012345678901234567890");

  private final SecureRandom random = new SecureRandom();
  private final TestAuthority authority = TestAuthority.at(NOW);
  private final TimeStampIssuer issuer = new TimeStampIssuer(key());
  private final TimeStampVerifier verifier = new TimeStampVerifier(authority.trustAnchors());
  private final TimeStampRequest request = TimeStampRequest.over(DOCUMENT, random);

  @Test // JN-19
  @DisplayName("要求したタイムスタンプを受け取り、後からそれだけで検証できる")
  void aGrantedStampAnswersTheRequestAndIsVerifiedAgainWithoutIt()
      throws UnacceptableTimeStampRequestException {
    TimeStamp stamp = verifier.verifyReply(reply(request), request);

    assertThat(stamp.time()).isEqualTo(NOW);
    assertThat(stamp.serialNumber()).isEqualTo(SERIAL);
    assertThat(stamp.accuracy()).contains(Duration.ofMillis(500));
    TimeStamp again = verifier.verify(stamp.raw(), DOCUMENT);
    assertThat(again.time()).isEqualTo(NOW);
  }

  @Test // JN-19
  void theRequestCarriesDigestNonceAndPolicyAcross() throws UnacceptableTimeStampRequestException {
    TimeStampRequest sent = request.underPolicy(TimeStampIssuer.POLICY);

    TimeStampRequest read = TimeStampRequest.read(sent.encoded());

    assertThat(read.digest()).isEqualTo(TimeStampRequest.digestOf(DOCUMENT));
    assertThat(read.nonce()).isNotNull().isEqualTo(request.nonce());
    assertThat(read.policy()).isEqualTo(TimeStampIssuer.POLICY);
    assertThat(verifier.verifyReply(reply(read), sent).policy()).isEqualTo(TimeStampIssuer.POLICY);
  }

  @Test // JN-19
  void twoRequestsForOneDocumentHaveDifferentNonces() {
    assertThat(TimeStampRequest.over(DOCUMENT, random).nonce()).isNotEqualTo(request.nonce());
  }

  @Test // JN-19
  @DisplayName("別の要求への応答は拒否する")
  void answerToAnotherRequestIsRefused() throws UnacceptableTimeStampRequestException {
    byte[] replayed = reply(TimeStampRequest.over(DOCUMENT, random));
    byte[] without = reply(request.insteadWithNonce(null));
    byte[] other = reply(request.insteadOver("signed head 2".getBytes(UTF_8)));
    byte[] anyPolicy = reply(request);

    assertRefused(ErrorCode.SCM_TIME_STAMP_REQUEST, () -> verifier.verifyReply(replayed, request));
    assertRefused(ErrorCode.SCM_TIME_STAMP_REQUEST, () -> verifier.verifyReply(without, request));
    assertRefused(ErrorCode.SCM_TIME_STAMP_CONTENT, () -> verifier.verifyReply(other, request));
    assertRefused(
        ErrorCode.SCM_TIME_STAMP_REQUEST,
        () -> verifier.verifyReply(anyPolicy, request.underPolicy("1.2.3")));
  }

  @ParameterizedTest // JN-19
  @EnumSource
  void aRejectionIsToldAsSuch(TimeStampRejection rejection) throws IOException, TSPException {
    byte[] reply = TimeStampIssuer.reject(rejection);

    assertRefused(ErrorCode.SCM_TIME_STAMP_REFUSED, () -> verifier.verifyReply(reply, request));
    TimeStampResponse read = new TimeStampResponse(reply);
    assertThat(read.getStatus()).isEqualTo(PKIStatus.REJECTION);
    assertThat(read.getFailInfo()).isEqualTo(rejection.failureInfo());
  }

  @Test // JN-19
  void whatIsNoReplyIsRefused() throws UnacceptableTimeStampRequestException {
    byte[] reply = reply(request);

    assertRefused(
        ErrorCode.SCM_TIME_STAMP,
        () -> verifier.verifyReply(Arrays.copyOf(reply, reply.length + 1), request));
    assertRefused(ErrorCode.SCM_TIME_STAMP, () -> verifier.verifyReply(DOCUMENT, request));
    assertRefused(ErrorCode.SCM_TIME_STAMP, () -> verifier.verifyReply(new byte[0], request));
  }

  @Test // JN-19
  void theAuthoritySaysWhatIsWrongWithARequest() throws IOException, TSPException {
    var generator = new TimeStampRequestGenerator();

    assertRejected(TimeStampRejection.BAD_DATA_FORMAT, DOCUMENT);
    assertRejected(
        TimeStampRejection.BAD_DATA_FORMAT,
        Arrays.copyOf(request.encoded(), request.encoded().length + 1));
    assertRejected(
        TimeStampRejection.BAD_ALGORITHM,
        generator.generate(TSPAlgorithms.SHA1, new byte[20]).getEncoded());
    assertRejected(
        TimeStampRejection.BAD_DATA_FORMAT,
        generator.generate(TSPAlgorithms.SHA256, new byte[20]).getEncoded());
    generator.addExtension(new ASN1ObjectIdentifier("2.25.1"), false, new byte[] {5, 0});
    assertRejected(
        TimeStampRejection.UNACCEPTED_EXTENSION,
        generator.generate(TSPAlgorithms.SHA256, new byte[32]).getEncoded());
    UnacceptableTimeStampRequestException policy =
        catchThrowableOfType(
            UnacceptableTimeStampRequestException.class, () -> reply(request.underPolicy("1.2.3")));
    assertThat(policy.rejection()).isEqualTo(TimeStampRejection.UNACCEPTED_POLICY);
    assertThat(TimeStampRejection.BAD_ALGORITHM.failureInfo())
        .isEqualTo(new PKIFailureInfo(PKIFailureInfo.badAlg));
  }

  @Test // JN-19
  void onlyACertificateForTimeStampsAloneIssuesThem() {
    SigningKey ofDocuments = authority.signingKey(HOLDER);

    assertThatIllegalArgumentException().isThrownBy(() -> new TimeStampIssuer(ofDocuments));
  }

  private static void assertRejected(TimeStampRejection expected, byte[] bytes) {
    UnacceptableTimeStampRequestException thrown =
        catchThrowableOfType(
            UnacceptableTimeStampRequestException.class, () -> TimeStampRequest.read(bytes));
    assertThat(thrown.rejection()).isEqualTo(expected);
  }

  private byte[] reply(TimeStampRequest asked) throws UnacceptableTimeStampRequestException {
    return issuer.grant(asked, SERIAL, NOW);
  }

  private SigningKey key() {
    Issued issued = authority.timeStampAuthority(HOLDER);
    return new SigningKey(issued.privateKey(), issued.certificate());
  }
}
