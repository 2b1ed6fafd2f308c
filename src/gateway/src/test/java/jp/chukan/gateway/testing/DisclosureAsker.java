package jp.chukan.gateway.testing;

import static jp.chukan.gateway.testing.TestKeys.DISCLOSURE_SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.CitizenNoticeAnswer;
import jp.chukan.contract.message.CitizenNoticeRequest;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.contract.message.SelfInformationRequest;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/** The 「情報提供等記録開示システム」 as it asks a running server; a test may spoil what it asks. */
public final class DisclosureAsker {
  public static final String CLIENT = "disclosure-client";
  public static final String CMS = "application/cms";
  public static final String RECORDS = "record-disclosures";
  public static final String SELF_INFORMATION = "self-information";
  public static final String NOTICES = "notices";
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");

  public final InstantSource clock;
  public ProcessingNumber number = ProvisionDraft.freshNumber();
  public InstitutionCode institution;
  public SystemIdentifier source = new SystemIdentifier("K000000019");
  public SystemIdentifier destination = SERVER;
  public Instant requestedAt;
  public byte[] certificate;
  public @Nullable LocalDate from;
  public @Nullable LocalDate to;
  public @Nullable Long before;

  private final RunningGateway gateway;
  private final DecryptionKey key;

  public DisclosureAsker(RunningGateway gateway, InstitutionCode institution) {
    this.gateway = gateway;
    this.institution = institution;
    this.clock = gateway.context().getBean(InstantSource.class);
    this.requestedAt = clock.instant();
    this.key = gateway.keys().decryptionKey(DISCLOSURE_SYSTEM);
    this.certificate = TestKeys.der(key.certificate());
  }

  /** The next request is another one, of this moment. */
  public DisclosureAsker again() {
    number = ProvisionDraft.freshNumber();
    requestedAt = clock.instant();
    return this;
  }

  public RecordDisclosureRequest recordsOf(LinkageCode person) {
    return new RecordDisclosureRequest(
        header(RecordDisclosureRequest.TYPE_ID),
        new RecordDisclosureRequest.Body(
            number, institution, person, from, to, before, requestedAt, certificate));
  }

  public SelfInformationRequest informationOf(
      LinkageCode person, SpecificPersonalInformationCode... information) {
    return new SelfInformationRequest(
        header(SelfInformationRequest.TYPE_ID),
        new SelfInformationRequest.Body(
            number, institution, person, List.of(information), requestedAt, certificate));
  }

  public CitizenNoticeRequest noticesOf(LinkageCode person, ReceptionNumber... read) {
    return new CitizenNoticeRequest(
        header(CitizenNoticeRequest.TYPE_ID),
        new CitizenNoticeRequest.Body(
            number, institution, person, List.of(read), requestedAt, certificate));
  }

  private MessageHeader header(String type) {
    return MessageHeader.request(new MessageId("disclosure-" + number), type, source, destination);
  }

  /** As the disclosure system signs it. */
  public byte[] sign(Message request) {
    return gateway.keys().signer(DISCLOSURE_SYSTEM, clock).sign(XmlMessages.write(request));
  }

  public HttpResponse<byte[]> post(@Nullable String client, String endpoint, byte[] body)
      throws IOException, InterruptedException {
    return gateway
        .client(client)
        .send(
            HttpRequest.newBuilder(gateway.uri("/disclosure/" + institution + "/" + endpoint))
                .header("Content-Type", CMS)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());
  }

  /** What is disclosed of the records of a person. */
  public DisclosedRecords askRecords(LinkageCode person) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = post(CLIENT, RECORDS, sign(recordsOf(person)));
    return open(answer(RecordDisclosureAnswer.class, response).body(), DisclosedRecords.class);
  }

  public SelfInformation askInformation(
      LinkageCode person, SpecificPersonalInformationCode... information)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        post(CLIENT, SELF_INFORMATION, sign(informationOf(person, information)));
    return open(answer(SelfInformationAnswer.class, response).body(), SelfInformation.class);
  }

  public CitizenNotices askNotices(LinkageCode person, ReceptionNumber... read)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = post(CLIENT, NOTICES, sign(noticesOf(person, read)));
    return open(answer(CitizenNoticeAnswer.class, response).body(), CitizenNotices.class);
  }

  /** The answer, its signature verified. */
  public <M extends Message> M answer(Class<M> type, HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(CMS);
    return XmlMessages.read(
        type, verifier().verify(new RawSignedDocument(response.body()), institution).content());
  }

  /** What is in the envelope, for the asker's key alone. */
  public <T> T open(EnvelopedAnswer answer, Class<T> type) {
    assertThat(answer.errorCode()).isNull();
    assertThat(answer.processingNumber()).isEqualTo(number);
    return XmlDocuments.read(
        type,
        new EnvelopeOpener(key, verifier(), clock)
            .open(
                Objects.requireNonNull(answer.envelope()),
                EnvelopeBinding.ofDisclosure(
                    number,
                    DISCLOSURE_SYSTEM,
                    key.keyId(),
                    CryptoProfile.strongest(key.profiles(), key.profiles()).orElseThrow(),
                    clock.instant()),
                institution)
            .content());
  }

  private DocumentVerifier verifier() {
    return new DocumentVerifier(gateway.keys().authority().trustAnchors(), clock);
  }
}
