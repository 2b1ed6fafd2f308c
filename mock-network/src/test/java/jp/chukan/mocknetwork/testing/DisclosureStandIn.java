package jp.chukan.mocknetwork.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.CitizenNoticeAnswer;
import jp.chukan.contract.message.CitizenNoticeRequest;
import jp.chukan.contract.message.DisclosureRequest;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.RecordDisclosureAnswer;
import jp.chukan.contract.message.RecordDisclosureRequest;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.contract.message.SelfInformationRequest;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the door of the intermediate server: answers a request that the disclosure system
 * has signed with what a test has put there, one record on a page.
 */
public final class DisclosureStandIn implements ResponseDefinitionTransformerV2 {
  static final String NAME = "disclosure";
  private static final InstitutionCode ASKER = new InstitutionCode("0030099000011700");

  /** What institutions disclose of anybody. */
  public final Map<InstitutionCode, List<DisclosedRecord>> records = new HashMap<>();

  public final Map<InstitutionCode, List<CitizenNotice>> notices = new HashMap<>();
  public final Map<InstitutionCode, List<Information>> information = new HashMap<>();

  /** What was reported as read. */
  public final List<ReceptionNumber> read = new ArrayList<>();

  /** Whose key signs every answer, null for that of whoever is asked. */
  public @Nullable InstitutionCode signer;

  private final InstantSource clock = InstantSource.system();
  private final TestKeys keys;
  private final TrustAnchors anchors;

  DisclosureStandIn(TestKeys keys) {
    this.keys = keys;
    this.anchors = KeyFiles.trustAnchors(keys.file("trust"), TestKeys.password());
  }

  void forget() {
    records.clear();
    notices.clear();
    information.clear();
    read.clear();
    signer = null;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    String[] path = event.getRequest().getUrl().split("/");
    InstitutionCode institution = new InstitutionCode(path[2]);
    byte[] content =
        new DocumentVerifier(anchors, clock)
            .verify(new RawSignedDocument(event.getRequest().getBody()), ASKER)
            .content();
    Message answer =
        switch (path[3]) {
          case "record-disclosures" ->
              answer(
                  institution,
                  XmlMessages.read(RecordDisclosureRequest.class, content),
                  request -> page(institution, request),
                  RecordDisclosureAnswer::new,
                  RecordDisclosureAnswer.TYPE_ID);
          case "self-information" ->
              answer(
                  institution,
                  XmlMessages.read(SelfInformationRequest.class, content),
                  request ->
                      new SelfInformation(
                          request.body().processingNumber(),
                          institution,
                          information.getOrDefault(institution, List.of())),
                  SelfInformationAnswer::new,
                  SelfInformationAnswer.TYPE_ID);
          default ->
              answer(
                  institution,
                  XmlMessages.read(CitizenNoticeRequest.class, content),
                  request -> {
                    read.addAll(request.body().read());
                    return new CitizenNotices(
                        request.body().processingNumber(),
                        institution,
                        notices.getOrDefault(institution, List.of()));
                  },
                  CitizenNoticeAnswer::new,
                  CitizenNoticeAnswer.TYPE_ID);
        };
    return ResponseDefinitionBuilder.responseDefinition()
        .withStatus(200)
        .withHeader("Content-Type", "application/cms")
        .withBody(signing(institution).sign(XmlMessages.write(answer)))
        .build();
  }

  private DisclosedRecords page(InstitutionCode institution, RecordDisclosureRequest request) {
    List<DisclosedRecord> all = records.getOrDefault(institution, List.of());
    int from = request.body().before() == null ? 0 : Math.toIntExact(request.body().before());
    int to = Math.min(from + 1, all.size());
    return new DisclosedRecords(
        request.body().processingNumber(),
        institution,
        all.subList(from, to),
        to < all.size() ? (long) to : null);
  }

  private <M extends Message & DisclosureRequest> Message answer(
      InstitutionCode institution,
      M request,
      Function<M, Object> document,
      BiFunction<MessageHeader, EnvelopedAnswer, Message> make,
      String type) {
    RecipientCertificate recipient =
        RecipientCertificate.verify(request.body().askerCertificate(), ASKER, anchors, clock);
    byte[] envelope =
        new EnvelopeSealer(signing(institution), new SecureRandom())
            .seal(
                XmlDocuments.write(document.apply(request)),
                EnvelopeBinding.ofDisclosure(
                    request.body().processingNumber(),
                    ASKER,
                    recipient.keyId(),
                    CryptoProfile.CLASSICAL,
                    clock.instant().plus(Duration.ofMinutes(1))),
                recipient);
    return make.apply(
        request.header().answer(new MessageId("D-1"), type, null, MessageHeader.ACCEPTED),
        new EnvelopedAnswer(
            request.body().processingNumber(), institution, clock.instant(), envelope, null));
  }

  private DocumentSigner signing(InstitutionCode institution) {
    InstitutionCode by = signer == null ? institution : signer;
    return new DocumentSigner(
        KeyFiles.signingKey(keys.file("signing-" + by.value()), TestKeys.password()), clock);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }
}
