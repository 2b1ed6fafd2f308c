package jp.chukan.mocknetwork.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/** Reads requests and writes answers as the intermediate server of a provider does. */
public final class Provider {
  private static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  private final TestKeys keys;
  private final InstantSource clock = InstantSource.system();

  public Provider(TestKeys keys) {
    this.keys = keys;
  }

  private TrustAnchors anchors() {
    return KeyFiles.trustAnchors(keys.file("trust"), TestKeys.password());
  }

  /** Content of a document that the network signed. */
  public byte[] verified(byte[] signed) {
    return new DocumentVerifier(anchors(), clock)
        .verify(new RawSignedDocument(signed), NETWORK)
        .content();
  }

  public ProvisionRequest.Body request(byte[] signed) {
    return XmlMessages.read(ProvisionRequest.class, verified(signed)).body();
  }

  public ProvisionPermit permit(ProvisionRequest.Body request) {
    return XmlDocuments.read(ProvisionPermit.class, verified(required(request.permit())));
  }

  public InquirerPath path(ProvisionRequest.Body request) {
    return XmlDocuments.read(InquirerPath.class, verified(required(request.path())));
  }

  /** A signed answer that the inquirer can open. */
  public byte[] answer(ProvisionRequest.Body request, Map<ItemCode, String> items) {
    ProvisionPermit permit = permit(request);
    var information =
        new ProvidedInformation(
            request.processingNumber(),
            request.provider(),
            request.information(),
            new LayoutEdition("1"),
            items.entrySet().stream()
                .map(item -> new ProvidedInformation.Item(item.getKey(), item.getValue()))
                .toList());
    var binding =
        new EnvelopeBinding(
            request.processingNumber(),
            permit.id(),
            request.inquirer(),
            permit.keyId(),
            permit.profileId(),
            permit.expiresAt());
    byte[] envelope =
        new EnvelopeSealer(signer(request.provider()), new SecureRandom())
            .seal(
                XmlDocuments.write(information),
                binding,
                RecipientCertificate.verify(
                    required(request.inquirerCertificate()), request.inquirer(), anchors(), clock));
    return message(request, request.provider(), envelope, null);
  }

  public byte[] refusal(ProvisionRequest.Body request, ErrorCode code) {
    return message(request, request.provider(), null, code);
  }

  /** An answer that somebody else signed than the provider who was asked. */
  public byte[] refusalSignedBy(InstitutionCode signer, ProvisionRequest.Body request) {
    return message(request, signer, null, ErrorCode.TKY_NOT_PROVIDED);
  }

  private byte[] message(
      ProvisionRequest.Body request,
      InstitutionCode signer,
      byte @Nullable [] envelope,
      @Nullable ErrorCode code) {
    var header =
        MessageHeader.request(
            new MessageId("ANSWER-" + request.processingNumber().value()),
            ProvisionAnswer.TYPE_ID,
            new SystemIdentifier("K000000001"),
            new SystemIdentifier("K000000009"));
    var body =
        new ProvisionAnswer.Body(
            request.processingNumber(),
            request.inquirer(),
            request.provider(),
            Instant.parse("2026-11-01T00:00:00Z"),
            envelope,
            code == null ? null : code.id());
    return signer(signer).sign(XmlMessages.write(new ProvisionAnswer(header, body)));
  }

  private DocumentSigner signer(InstitutionCode institution) {
    return new DocumentSigner(
        KeyFiles.signingKey(keys.file("signing-" + institution.value()), TestKeys.password()),
        clock);
  }

  private static byte[] required(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new AssertionError("the request lacks a document");
    }
    return bytes;
  }
}
