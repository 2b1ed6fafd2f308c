package jp.chukan.mocknetwork.disclosuresystem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.EnvelopedAnswer;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.connection.ClientIdentity;
import jp.chukan.mocknetwork.connection.GatewayConnection;
import jp.chukan.mocknetwork.connection.GatewayReply;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.connection.KeyRing;
import org.springframework.stereotype.Component;

/**
 * The way to an intermediate server and back: what goes is signed by this system, what comes is
 * believed only from the institution that was asked, about this request, and opened with this
 * system's key.
 */
@Component
final class DisclosureLink {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final GatewayConnection gateway;
  private final KeyRing keys;
  private final DocumentVerifier verifier;
  private final InstantSource clock;
  private final BorderWatch border;

  DisclosureLink(
      GatewayConnection gateway,
      KeyRing keys,
      DocumentVerifier verifier,
      InstantSource clock,
      BorderWatch border) {
    this.gateway = gateway;
    this.keys = keys;
    this.verifier = verifier;
    this.clock = clock;
    this.border = border;
  }

  /** Which message answers, and where in it the answer is. */
  record Answering<M extends Message>(Class<M> type, Function<M, EnvelopedAnswer> body) {}

  /**
   * What the institution discloses.
   *
   * @throws UndisclosedException when it refuses, cannot be reached, or answers something else
   */
  <M extends Message, D> D ask(
      InstitutionCode institution,
      String endpoint,
      ProcessingNumber number,
      Message request,
      Answering<M> answering,
      Class<D> document) {
    GatewayReply reply = send(institution, endpoint, request);
    if (!reply.isAccepted()) {
      throw new UndisclosedException(refusalIn(reply));
    }
    try {
      M answer =
          XmlMessages.read(
              answering.type(),
              verifier.verify(new RawSignedDocument(reply.body()), institution).content());
      return opened(institution, number, answering.body().apply(answer), document);
    } catch (InvalidInputException notAnAnswer) {
      throw new UndisclosedException(notAnAnswer.refusal().code().id());
    }
  }

  private GatewayReply send(InstitutionCode institution, String endpoint, Message request) {
    try {
      return gateway
          .send(
              GatewayRequest.post(
                  ClientIdentity.DISCLOSURE_SYSTEM,
                  "/disclosure/" + institution.value() + "/" + endpoint,
                  GatewayRequest.CMS,
                  keys.disclosureSigner().sign(XmlMessages.write(request))),
              PATIENCE)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof GatewayUnreachableException) {
        throw new UndisclosedException("unreachable");
      }
      throw e;
    }
  }

  private <D> D opened(
      InstitutionCode institution,
      ProcessingNumber number,
      EnvelopedAnswer answer,
      Class<D> document) {
    byte[] envelope = answer.envelope();
    if (envelope == null) {
      throw new UndisclosedException(String.valueOf(answer.errorCode()));
    }
    Instant now = clock.instant();
    EnvelopeBinding expected =
        EnvelopeBinding.ofDisclosure(
            number,
            keys.disclosureKey().institution(),
            keys.disclosureKey().keyId(),
            KeyRing.profileFor(keys.disclosureKey().profiles()),
            now);
    byte[] content =
        new EnvelopeOpener(keys.disclosureKey(), verifier, clock)
            .open(envelope, expected, institution)
            .content();
    border.enclosed(institution, "disclosure/opened-answer", content);
    return XmlDocuments.read(document, content);
  }

  private static String refusalIn(GatewayReply reply) {
    try {
      return String.valueOf(
          XmlMessages.read(Acknowledgement.class, reply.body()).body().errorCode());
    } catch (InvalidInputException noAcknowledgement) {
      return "status " + reply.status();
    }
  }
}
