package jp.chukan.gateway.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/**
 * A 「提供要求」 as the network makes it, sound in every part until a test spoils one: 石巻市 is asked by
 * 厚生労働大臣 for the whole 住民票関係情報 of one person.
 */
public final class ProvisionDraft {
  public static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  public static final InstitutionCode GOVERNOR = new InstitutionCode("0220010000501700");
  public static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  public static final ProcedureCode PROCEDURE = new ProcedureCode("JT01010000001001");
  public static final SpecificPersonalInformationCode RESIDENT_RECORD =
      new SpecificPersonalInformationCode("TM00000000000001");
  public static final ItemCode HEAD_FLAG = new ItemCode("TK00000000000101");
  public static final ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  public static final ItemCode RELATIONSHIP = new ItemCode("TK00000000000103");
  public static final Duration VALIDITY = Duration.ofMinutes(10);

  private final DocumentSigner network;
  private final Instant now;

  public ProcessingNumber number = freshNumber();
  public InstitutionCode inquirer = MINISTER;
  public InstitutionCode provider = TestKeys.ISHINOMAKI;
  public AffairCode affair = AFFAIR;
  public ProcedureCode procedure = PROCEDURE;
  public SpecificPersonalInformationCode information = RESIDENT_RECORD;
  public LinkageCode person = new LinkageCode("code-of-nobody-at-all");
  public List<ItemCode> items = List.of(HEAD_FLAG, HEAD_NAME, RELATIONSHIP);
  public @Nullable LocalDate periodFrom;
  public @Nullable LocalDate periodTo;
  public SystemIdentifier destination = new SystemIdentifier("K000000001");

  public PermitId permitId = new PermitId(UUID.randomUUID().toString());
  public Instant permitIssuedAt;
  public Instant permitExpiresAt;
  public Instant pathExpiresAt;
  public String profile;
  public String keyId;
  public UnaryOperator<ProvisionPermit> permitDefect = UnaryOperator.identity();
  public UnaryOperator<InquirerPath> pathDefect = UnaryOperator.identity();
  public byte @Nullable [] certificate;

  /** The signed permit as it goes into the request. */
  public Supplier<byte @Nullable []> signedPermit = () -> sign(permit());

  /** The signed path as it goes into the request. */
  public Supplier<byte @Nullable []> signedPath = () -> sign(path());

  /**
   * @param network who signs everything
   * @param recipient whose key the answer is encrypted to
   * @param now at this time the permit is issued
   */
  public ProvisionDraft(DocumentSigner network, DecryptionKey recipient, Instant now) {
    this.network = network;
    this.now = now;
    this.inquirer = recipient.institution();
    this.permitIssuedAt = now.minusSeconds(1);
    this.permitExpiresAt = now.plus(VALIDITY);
    this.pathExpiresAt = now.plus(VALIDITY);
    this.keyId = recipient.keyId();
    this.profile =
        CryptoProfile.strongest(recipient.profiles(), recipient.profiles()).orElseThrow().id();
    this.certificate = TestKeys.der(recipient.certificate());
  }

  public static ProcessingNumber freshNumber() {
    return new ProcessingNumber(
        UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT));
  }

  public ProvisionPermit permit() {
    return permitDefect.apply(
        new ProvisionPermit(
            permitId,
            number,
            inquirer,
            provider,
            affair,
            procedure,
            information,
            keyId,
            profile,
            permitIssuedAt,
            permitExpiresAt));
  }

  public InquirerPath path() {
    return pathDefect.apply(
        new InquirerPath(
            "path-of-a-test", number, List.of(TestKeys.NETWORK, inquirer), pathExpiresAt));
  }

  /** Signs a document in the network's name. */
  public byte[] sign(Object document) {
    return network.sign(XmlDocuments.write(document));
  }

  public ProvisionRequest.Body body() {
    return new ProvisionRequest.Body(
        number,
        inquirer,
        provider,
        affair,
        procedure,
        information,
        person,
        items,
        periodFrom,
        periodTo,
        now.minusSeconds(2),
        signedPermit.get(),
        signedPath.get(),
        certificate);
  }

  /** The message as XML, not signed. */
  public byte[] content() {
    return XmlMessages.write(
        new ProvisionRequest(
            MessageHeader.request(
                new MessageId("request-" + number),
                ProvisionRequest.TYPE_ID,
                new SystemIdentifier("K000000009"),
                destination),
            body()));
  }

  /** The signed message as it lies in the queue. */
  public byte[] message() {
    return network.sign(content());
  }
}
