package jp.chukan.gateway.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BiFunction;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.DisclosureQuestion;
import jp.chukan.contract.message.DisclosureRequest;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.AllowedProfiles;
import jp.chukan.gateway.disclosure.DisclosureOutcome.Answered;
import jp.chukan.gateway.disclosure.DisclosureOutcome.Refused;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door through which a person sees what an institution has about them. Only the 「情報提供等記録開示システム」
 * asks here, in the person's name; each request is verified, answered once, and kept as a
 * communication and as an operation, refused ones too (MS-75, MS-77, JN-12).
 *
 * <p>Refused without an answer, because nothing of it can be believed:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_SIGNATURE}, {@link ErrorCode#SCM_CERTIFICATE}, {@link
 *       ErrorCode#SCM_ALGORITHM} the disclosure system did not sign it as it is
 *   <li>any {@code SYM} code: signed, but not such a message
 *   <li>{@link ErrorCode#SYM_DESTINATION} for another institution or server, {@link
 *       ErrorCode#SCM_FOREIGN_INSTITUTION} from another system
 * </ul>
 *
 * <p>Refused in a signed answer:
 *
 * <ul>
 *   <li>{@link ErrorCode#TKM_DISCLOSURE_STALE} asked long ago, or by a clock that is wrong
 *   <li>{@link ErrorCode#TKY_KEY_UNSUITABLE} the key is not the asker's
 *   <li>{@link ErrorCode#SCM_ALGORITHM} the key is for no profile that is allowed here
 *   <li>{@link ErrorCode#TKM_DISCLOSURE_REPEATED} the 「処理通番」 has served
 *   <li>what the feature behind the door refuses
 * </ul>
 */
@Component
public final class DisclosureDoor {
  private static final Logger log = LoggerFactory.getLogger(DisclosureDoor.class);

  private final DocumentVerifier verifier;
  private final TrustAnchors anchors;
  private final AllowedProfiles profiles;
  private final DisclosureSettings settings;
  private final UsedRequests used;
  private final DisclosureAnswers answers;
  private final DisclosureJournal journal;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;
  private final SystemIdentifier server;

  DisclosureDoor(
      DocumentVerifier verifier,
      TrustAnchors anchors,
      AllowedProfiles profiles,
      DisclosureSettings settings,
      UsedRequests used,
      DisclosureAnswers answers,
      DisclosureJournal journal,
      InstitutionTransactions transactions,
      InstantSource clock,
      @Value("${chukan.system}") String server) {
    this.verifier = verifier;
    this.anchors = anchors;
    this.profiles = profiles;
    this.settings = settings;
    this.used = used;
    this.answers = answers;
    this.journal = journal;
    this.transactions = transactions;
    this.clock = clock;
    this.server = new SystemIdentifier(server);
  }

  /** 「機関コード」 of the system that asks here. */
  public InstitutionCode asker() {
    return settings.institution();
  }

  /**
   * Answers one request.
   *
   * @param institution at whose door it came
   * @param signed CMS SignedData (DER) over the request
   * @param disclosure what is disclosed, as of the given instant, in the open transaction of the
   *     institution; an {@link InvalidInputException} refuses, and must come before any change
   */
  public <M extends Message & DisclosureRequest> DisclosureOutcome answer(
      InstitutionCode institution,
      byte[] signed,
      DisclosureKind<M> kind,
      BiFunction<M, Instant, Disclosed> disclosure) {
    M request;
    try {
      request =
          XmlMessages.read(
              kind.request(),
              verifier.verify(new RawSignedDocument(signed), settings.institution()).content());
      requireMeantFor(institution, request);
    } catch (InvalidInputException e) {
      log.warn(
          "a request for disclosure at {} is refused: {}", institution, e.refusal().code().id());
      transactions.run(
          institution,
          () -> journal.refused(institution, kind, e.refusal().code(), clock.instant()));
      return new Refused(e.refusal());
    }
    return transactions.within(
        institution, () -> new Answered(conduct(institution, kind, request, disclosure)));
  }

  private void requireMeantFor(InstitutionCode institution, DisclosureRequest request) {
    if (!request.body().institution().equals(institution)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "InstitutionCode");
    }
    if (!request.header().destination().equals(server)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "DestinationSystemID");
    }
    if (!request.header().source().equals(settings.system())) {
      throw InvalidInputException.at(ErrorCode.SCM_FOREIGN_INSTITUTION, "SourceSystemID");
    }
  }

  private <M extends Message & DisclosureRequest> byte[] conduct(
      InstitutionCode institution,
      DisclosureKind<M> kind,
      M request,
      BiFunction<M, Instant, Disclosed> disclosure) {
    Instant now = clock.instant();
    Disclosed disclosed;
    byte[] answer;
    try {
      DisclosureRecipient recipient = claim(institution, request.body(), now);
      disclosed = disclosure.apply(request, now);
      answer =
          switch (disclosed) {
            case Disclosed.Shown(Object document, var addressee) ->
                answers.shown(institution, kind, request, document, recipient, now);
            case Disclosed.Denied(ErrorCode code) ->
                answers.refused(institution, kind, request, code, now);
          };
    } catch (InvalidInputException e) {
      disclosed = new Disclosed.Denied(e.refusal().code());
      answer = answers.refused(institution, kind, request, e.refusal().code(), now);
    }
    journal.answered(institution, kind, request.body().processingNumber(), disclosed, now);
    return answer;
  }

  /** The key that the answer is for, of a request that is fresh and has not served. */
  private DisclosureRecipient claim(
      InstitutionCode institution, DisclosureQuestion question, Instant now) {
    Duration apart = Duration.between(question.requestedAt(), now).abs();
    if (apart.compareTo(settings.tolerance()) > 0) {
      throw InvalidInputException.of(ErrorCode.TKM_DISCLOSURE_STALE);
    }
    RecipientCertificate certificate =
        RecipientCertificate.verify(
            question.askerCertificate(), settings.institution(), anchors, InstantSource.fixed(now));
    CryptoProfile profile =
        CryptoProfile.strongest(certificate.profiles(), profiles.now())
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.SCM_ALGORITHM));
    if (!used.use(institution, question.processingNumber(), now)) {
      throw InvalidInputException.of(ErrorCode.TKM_DISCLOSURE_REPEATED);
    }
    return new DisclosureRecipient(certificate, profile);
  }
}
