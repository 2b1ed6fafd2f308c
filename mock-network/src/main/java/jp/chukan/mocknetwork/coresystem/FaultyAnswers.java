package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.coresystem.InquiryAnswers.Parts;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the faults on demand into the answer to an inquiry of a served municipality. */
@Component
final class FaultyAnswers {
  private final InquiryAnswers answers;
  private final ExchangeDocuments documents;
  private final DocumentVerifier verifier;
  private final InstitutionDirectory institutions;
  private final Identifiers identifiers;
  private final MockNetworkSettings settings;

  FaultyAnswers(
      InquiryAnswers answers,
      ExchangeDocuments documents,
      DocumentVerifier verifier,
      InstitutionDirectory institutions,
      Identifiers identifiers,
      MockNetworkSettings settings) {
    this.answers = answers;
    this.documents = documents;
    this.verifier = verifier;
    this.institutions = institutions;
    this.identifiers = identifiers;
    this.settings = settings;
  }

  /**
   * The faulty message.
   *
   * @param right what the right answer is made of
   * @param spoilt what the provider signed with its fault in it, null when the fault is not its own
   */
  byte[] signed(AnswerFault fault, Parts right, byte @Nullable [] spoilt) {
    return switch (fault) {
      case LATE, DOUBLE -> answers.signed(right);
      case CONFLICTING, TAMPERED_ENVELOPE, OTHER_SIGNER, OTHER_ITEMS ->
          answers.signed(right.withProviderAnswer(Objects.requireNonNull(spoilt)));
      case FOREIGN -> answers.signed(right.withInquirer(otherThan(right.inquirer())));
      case UNASKED -> answers.signed(right.withNumber(identifiers.processingNumber()));
      case TAMPERED_WRAPPER -> AlteredBytes.lastByte(answers.signed(right));
      case WRONG_PATH -> answers.signed(right.withPath(pathToAnother(right)));
      case EXPIRED_PERMIT -> answers.signed(right.withPermit(expired(right)));
    };
  }

  private byte[] pathToAnother(Parts right) {
    InquirerPath path =
        XmlDocuments.read(InquirerPath.class, content(Objects.requireNonNull(right.path())));
    return documents.sign(
        documents.path(path.processingNumber(), otherThan(right.inquirer()), path.expiresAt()));
  }

  private byte[] expired(Parts right) {
    ProvisionPermit permit =
        XmlDocuments.read(ProvisionPermit.class, content(Objects.requireNonNull(right.permit())));
    Instant longAgo = permit.issuedAt().minus(settings.inquiryPermitValidity().multipliedBy(2));
    return documents.sign(
        new ProvisionPermit(
            permit.id(),
            permit.processingNumber(),
            permit.inquirer(),
            permit.provider(),
            permit.affair(),
            permit.procedure(),
            permit.information(),
            permit.keyId(),
            permit.profileId(),
            longAgo,
            longAgo.plus(settings.inquiryPermitValidity())));
  }

  private byte[] content(byte[] signed) {
    return verifier.verify(new RawSignedDocument(signed), institutions.network().code()).content();
  }

  private InstitutionCode otherThan(InstitutionCode inquirer) {
    return institutions.withRole(InstitutionRole.SERVED).stream()
        .map(Institution::code)
        .filter(code -> !code.equals(inquirer))
        .findFirst()
        .orElseThrow();
  }
}
