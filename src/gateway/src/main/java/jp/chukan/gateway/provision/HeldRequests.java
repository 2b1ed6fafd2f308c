package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Lawful;
import jp.chukan.gateway.provision.ProvisionAuthorisation.Authorised.Unlawful;
import jp.chukan.gateway.provision.ProvisionOutcome.Refused;
import jp.chukan.gateway.replica.ReplicaLookup.Absent;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.ReplicaLookup.LayoutMismatch;
import jp.chukan.gateway.replica.Replicas;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Opens the requests of held cases. Nothing that was found out when a request came is relied on
 * when something is to leave: signature, permit, path, key, list and 「副本」 are looked at again as of
 * this moment (MS-03, MS-05).
 */
@Component
final class HeldRequests {
  private final TrustAnchors anchors;
  private final ProvisionAuthorisation authorisation;
  private final LinkedPersons linkedPersons;
  private final Replicas replicas;
  private final InstitutionCode network;

  HeldRequests(
      TrustAnchors anchors,
      ProvisionAuthorisation authorisation,
      LinkedPersons linkedPersons,
      Replicas replicas,
      @Value("${chukan.network.institution}") String network) {
    this.anchors = anchors;
    this.authorisation = authorisation;
    this.linkedPersons = linkedPersons;
    this.replicas = replicas;
    this.network = new InstitutionCode(network);
  }

  /** The request as it was verified when it came: enough to end it, not enough to answer it. */
  VerifiedProvisionRequest asReceived(LockedCase held) {
    Instant received = held.facts().receivedAt();
    return new VerifiedProvisionRequest(
        verifier(received).verifyAsOf(held.request(), network, content -> received));
  }

  private VerifiedProvisionRequest verified(LockedCase held, Instant at) {
    return new VerifiedProvisionRequest(verifier(at).verify(held.request(), network));
  }

  private DocumentVerifier verifier(Instant at) {
    return new DocumentVerifier(anchors, InstantSource.fixed(at));
  }

  /** About whom the request is, null when the 「符号」 is not known any more. */
  @Nullable UnifiedAddresseeNumber addressee(VerifiedProvisionRequest request) {
    return linkedPersons
        .find(request.body().linkageCode())
        .map(LinkedPerson::addressee)
        .orElse(null);
  }

  /** Opens it as of this instant. */
  OpenedRequest open(LockedCase held, Instant at) {
    VerifiedProvisionRequest request = asReceived(held);
    Authorised authorised = authorise(held, at);
    ReleasableContent content =
        switch (authorised) {
          case Unlawful unlawful ->
              new ReleasableContent.NotPermitted(unlawful.refused().refusal().code());
          case Lawful lawful ->
              content(held.institution(), request.body(), lawful, JapanDay.of(at));
        };
    return new OpenedRequest(request, authorised, addressee(request), content);
  }

  private Authorised authorise(LockedCase held, Instant at) {
    try {
      return authorisation.authoriseAgain(verified(held, at), at);
    } catch (InvalidInputException e) {
      // it was sound when it came: the network's certificate has ended, or was revoked, since
      return new Unlawful(new Refused(e.refusal(), null));
    }
  }

  private ReleasableContent content(
      InstitutionCode institution, ProvisionRequest.Body request, Lawful lawful, LocalDate today) {
    return switch (replicas.find(
        institution,
        lawful.addressee(),
        request.information(),
        request.requestedItems(),
        ProvisionAuthorisation.period(request, today))) {
      case Absent absent -> new ReleasableContent.NotRegistered();
      case LayoutMismatch mismatch -> new ReleasableContent.LayoutMismatch(mismatch.item());
      case Found found -> content(request, found);
    };
  }

  private static ReleasableContent content(ProvisionRequest.Body request, Found found) {
    if (!OutgoingInformation.isExact(request, found)) {
      // several records of the person: which of them answers is not for the machine to say
      return new ReleasableContent.LayoutMismatch(null);
    }
    ProvidedInformation information = OutgoingInformation.of(request, found);
    return new ReleasableContent.Providable(
        information, found, ContentDigest.of(XmlDocuments.write(information)));
  }
}
