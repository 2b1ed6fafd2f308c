package jp.chukan.gateway.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeSealer;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an inquiry as the network delivers it, sound in every part until a test spoils one:
 * 茨城県つくば市 answers 宮城県石巻市 with the whole 住民票関係情報 of one fictitious person.
 */
public final class InquiryAnswerDraft {
  public static final String HEAD_NAME = "架空 世帯主";
  private static final InstantSource NOW = java.time.Clock.systemUTC();

  private final TestAuthority authority;
  private final DocumentSigner network;
  private final Instant now;

  public ProcessingNumber number;
  public InstitutionCode inquirer;
  public InstitutionCode provider;
  public SystemIdentifier destination = new SystemIdentifier("K000000001");

  public PermitId permitId;
  public UnaryOperator<ProvisionPermit> permitDefect = UnaryOperator.identity();
  public UnaryOperator<InquirerPath> pathDefect = UnaryOperator.identity();
  public UnaryOperator<EnvelopeBinding> bindingDefect = UnaryOperator.identity();
  public UnaryOperator<ProvidedInformation> contentDefect = UnaryOperator.identity();
  public UnaryOperator<ProvisionAnswer.Body> providerDefect = UnaryOperator.identity();
  public UnaryOperator<InquiryAnswer.Body> answerDefect = UnaryOperator.identity();

  /** To which key the envelope is sealed. */
  public DecryptionKey recipient;

  /** Who signs the answer of the provider. */
  public DocumentSigner providerSigner;

  /** Who signs what is inside the envelope. */
  public DocumentSigner contentSigner;

  /** Says that the provider refused, null when it answered. */
  public @Nullable String refusal;

  public Supplier<byte @Nullable []> signedPermit = () -> sign(permit());
  public Supplier<byte @Nullable []> signedPath = () -> sign(path());

  /** The plaintext of the envelope. */
  public Supplier<byte[]> plaintext = () -> XmlDocuments.write(information());

  /** The sealed envelope. */
  public Supplier<byte @Nullable []> envelope = this::sealed;

  /** What the provider signed, as it goes into the answer. */
  public Supplier<byte @Nullable []> providerAnswer = this::signedProviderAnswer;

  /**
   * @param keys of the installation that asked
   * @param number of its inquiry
   * @param recipient the key of the inquirer
   * @param provider who was asked
   * @param now at this time the permit is issued
   */
  public InquiryAnswerDraft(
      TestKeys keys,
      ProcessingNumber number,
      DecryptionKey recipient,
      InstitutionCode provider,
      Instant now) {
    this.authority = keys.authority();
    this.network = keys.networkSigner();
    this.now = now;
    this.number = number;
    this.recipient = recipient;
    this.inquirer = recipient.institution();
    this.provider = provider;
    this.permitId = new PermitId("permit-" + number);
    this.providerSigner = signer(provider);
    this.contentSigner = providerSigner;
  }

  /** A signer of this institution with a sound key. */
  public DocumentSigner signer(InstitutionCode institution) {
    return new DocumentSigner(authority.signingKey(institution), NOW);
  }

  public ProvisionPermit permit() {
    return permitDefect.apply(
        new ProvisionPermit(
            permitId,
            number,
            inquirer,
            provider,
            ProvisionDraft.AFFAIR,
            ProvisionDraft.PROCEDURE,
            ProvisionDraft.RESIDENT_RECORD,
            recipient.keyId(),
            profile().id(),
            now.minusSeconds(1),
            now.plus(ProvisionDraft.VALIDITY)));
  }

  /** What the network finds for the key of the inquirer. */
  private CryptoProfile profile() {
    return CryptoProfile.strongest(recipient.profiles(), recipient.profiles()).orElseThrow();
  }

  public InquirerPath path() {
    return pathDefect.apply(
        new InquirerPath(
            "path-of-a-test",
            number,
            List.of(TestKeys.NETWORK, inquirer),
            now.plus(ProvisionDraft.VALIDITY)));
  }

  public ProvidedInformation information() {
    return contentDefect.apply(
        new ProvidedInformation(
            number,
            provider,
            ProvisionDraft.RESIDENT_RECORD,
            new LayoutEdition("2"),
            List.of(
                new Item(ProvisionDraft.HEAD_FLAG, "0"),
                new Item(ProvisionDraft.HEAD_NAME, HEAD_NAME),
                new Item(ProvisionDraft.RELATIONSHIP, "子"))));
  }

  private byte[] sealed() {
    ProvisionPermit permit = permit();
    EnvelopeBinding binding =
        bindingDefect.apply(
            new EnvelopeBinding(
                number,
                permit.id(),
                recipient.institution(),
                recipient.keyId(),
                permit.profileId(),
                permit.expiresAt()));
    return new EnvelopeSealer(contentSigner, new SecureRandom())
        .seal(
            plaintext.get(),
            binding,
            RecipientCertificate.verify(
                TestKeys.der(recipient.certificate()),
                recipient.institution(),
                authority.trustAnchors(),
                NOW));
  }

  private byte[] signedProviderAnswer() {
    return providerSigner.sign(
        XmlMessages.write(
            new ProvisionAnswer(
                header(ProvisionAnswer.TYPE_ID, new SystemIdentifier("K000000009")),
                providerDefect.apply(
                    new ProvisionAnswer.Body(
                        number,
                        inquirer,
                        provider,
                        now,
                        refusal == null ? envelope.get() : null,
                        refusal)))));
  }

  /** Signs a document in the network's name. */
  public byte[] sign(Object document) {
    return network.sign(XmlDocuments.write(document));
  }

  private MessageHeader header(String type, SystemIdentifier receiver) {
    return MessageHeader.request(
        new MessageId("answer-" + number), type, new SystemIdentifier("K000000009"), receiver);
  }

  /** The message as XML, not signed. */
  public byte[] content() {
    return XmlMessages.write(
        new InquiryAnswer(
            header(InquiryAnswer.TYPE_ID, destination),
            answerDefect.apply(
                new InquiryAnswer.Body(
                    number,
                    inquirer,
                    provider,
                    now,
                    signedPermit.get(),
                    signedPath.get(),
                    providerAnswer.get(),
                    null))));
  }

  /** The signed message as it lies in the queue. */
  public byte[] message() {
    return network.sign(content());
  }

  /** The signed message in which the network itself refuses. */
  public byte[] refusedByNetwork(String code) {
    answerDefect =
        body ->
            new InquiryAnswer.Body(
                body.processingNumber(),
                body.inquirer(),
                body.provider(),
                body.answeredAt(),
                null,
                null,
                null,
                code);
    return message();
  }

  /** The same information with other items. */
  public static UnaryOperator<ProvidedInformation> items(UnaryOperator<List<Item>> change) {
    return information ->
        new ProvidedInformation(
            information.processingNumber(),
            information.provider(),
            information.information(),
            information.edition(),
            change.apply(new ArrayList<>(information.items())));
  }

  /** The same information with another value of this item. */
  public static UnaryOperator<ProvidedInformation> value(ItemCode code, @Nullable String value) {
    return items(
        items ->
            items.stream()
                .map(item -> item.code().equals(code) ? new Item(code, value) : item)
                .toList());
  }

  /** The same items said to be another information. */
  public static UnaryOperator<ProvidedInformation> information(
      SpecificPersonalInformationCode code) {
    return information ->
        new ProvidedInformation(
            information.processingNumber(),
            information.provider(),
            code,
            information.edition(),
            information.items());
  }
}
