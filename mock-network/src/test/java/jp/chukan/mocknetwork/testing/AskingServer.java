package jp.chukan.mocknetwork.testing;

import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.XmlMessages;
import org.jspecify.annotations.Nullable;

/** Asks and reads answers as the intermediate server of a municipality does. */
public final class AskingServer {
  private static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  private final TestKeys keys;
  private final InstitutionCode institution;
  private final InstantSource clock = InstantSource.system();

  public AskingServer(TestKeys keys, InstitutionCode institution) {
    this.keys = keys;
    this.institution = institution;
  }

  /**
   * What is asked.
   *
   * @param number 「処理通番」
   * @param provider who is asked
   * @param item digits of the item of 別表第二, as they stand in the codes
   * @param information which 「特定個人情報」
   * @param person by the inquirer's own 「符号」
   * @param items the items wanted
   */
  public record Question(
      String number,
      InstitutionCode provider,
      String item,
      String information,
      LinkageCode person,
      List<ItemCode> items) {
    public Question withNumber(String other) {
      return new Question(other, provider, item, information, person, items);
    }

    public Question withProvider(InstitutionCode other) {
      return new Question(number, other, item, information, person, items);
    }

    public Question withItem(String other) {
      return new Question(number, provider, other, information, person, items);
    }

    public Question withInformation(String other) {
      return new Question(number, provider, item, other, person, items);
    }

    public Question withPerson(LinkageCode other) {
      return new Question(number, provider, item, information, other, items);
    }

    public Question withItems(List<ItemCode> others) {
      return new Question(number, provider, item, information, person, others);
    }
  }

  /** The content of an inquiry, not signed yet. */
  public byte[] content(Question question, byte[] certificate) {
    return XmlMessages.write(
        new NetworkInquiry(
            MessageHeader.request(
                new MessageId("I-" + question.number()),
                NetworkInquiry.TYPE_ID,
                new SystemIdentifier("K000000001"),
                new SystemIdentifier("K000000009")),
            new NetworkInquiry.Body(
                new ProcessingNumber(question.number()),
                institution,
                question.provider(),
                new AffairCode("JM01000000" + question.item() + "000"),
                new ProcedureCode("JT01010000" + question.item() + "001"),
                new SpecificPersonalInformationCode(question.information()),
                question.person(),
                question.items(),
                null,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-01T00:00:00Z"),
                certificate)));
  }

  public byte[] signed(Question question) {
    return sign(institution, content(question, certificate(institution)));
  }

  public byte[] sign(InstitutionCode signer, byte[] content) {
    return new DocumentSigner(
            KeyFiles.signingKey(keys.file("signing-" + signer.value()), TestKeys.password()), clock)
        .sign(content);
  }

  /** DER of the certificate of somebody's key for encryption. */
  public byte[] certificate(InstitutionCode owner) {
    try {
      return key(owner).certificate().getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private DecryptionKey key(InstitutionCode owner) {
    return KeyFiles.decryptionKey(keys.file("encryption-" + owner.value()), TestKeys.password());
  }

  private DocumentVerifier verifier() {
    return new DocumentVerifier(
        KeyFiles.trustAnchors(keys.file("trust"), TestKeys.password()), clock);
  }

  /** Content of a document that somebody must have signed. */
  public byte[] verified(byte[] signed, InstitutionCode signer) {
    return verifier().verify(new RawSignedDocument(signed), signer).content();
  }

  public InquiryAnswer.Body answer(byte[] signed) {
    return XmlMessages.read(InquiryAnswer.class, verified(signed, NETWORK)).body();
  }

  public ProvisionPermit permit(InquiryAnswer.Body answer) {
    return XmlDocuments.read(ProvisionPermit.class, verified(required(answer.permit()), NETWORK));
  }

  public InquirerPath path(InquiryAnswer.Body answer) {
    return XmlDocuments.read(InquirerPath.class, verified(required(answer.path()), NETWORK));
  }

  /** What the provider itself said; its signature is verified. */
  public ProvisionAnswer.Body providerAnswer(InquiryAnswer.Body answer) {
    return XmlMessages.read(
            ProvisionAnswer.class, verified(required(answer.providerAnswer()), answer.provider()))
        .body();
  }

  /** The items in the envelope, which opens only when it is bound to the permit. */
  public Map<ItemCode, @Nullable String> items(InquiryAnswer.Body answer) {
    Map<ItemCode, @Nullable String> items = new LinkedHashMap<>();
    information(answer).items().forEach(item -> items.put(item.code(), item.value()));
    return items;
  }

  public ProvidedInformation information(InquiryAnswer.Body answer) {
    ProvisionPermit permit = permit(answer);
    DecryptionKey key = key(institution);
    var binding =
        new EnvelopeBinding(
            answer.processingNumber(),
            permit.id(),
            institution,
            key.keyId(),
            permit.profileId(),
            permit.expiresAt());
    byte[] content =
        new EnvelopeOpener(key, verifier(), clock)
            .open(required(providerAnswer(answer).envelope()), binding, answer.provider())
            .content();
    return XmlDocuments.read(ProvidedInformation.class, content);
  }

  private static byte[] required(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new AssertionError("the answer lacks something");
    }
    return bytes;
  }
}
