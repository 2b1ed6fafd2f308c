package jp.chukan.gateway.selfinformation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.document.SelfInformation.OwnReplica;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.SelfInformationAnswer;
import jp.chukan.contract.message.SelfInformationRequest;
import jp.chukan.gateway.disclosure.Disclosed;
import jp.chukan.gateway.disclosure.DisclosureDoor;
import jp.chukan.gateway.disclosure.DisclosureKind;
import jp.chukan.gateway.disclosure.DisclosureOutcome;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.linkagecode.LinkedPerson;
import jp.chukan.gateway.linkagecode.LinkedPersons;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import jp.chukan.gateway.replica.OwnReplicas;
import org.springframework.stereotype.Component;

/**
 * Shows a person their own 「副本」, and records each 「特定個人情報」 that was asked for as a provision to the
 * person, shown or not (MS-74).
 *
 * <p>For each of them, inside the envelope:
 *
 * <ul>
 *   <li>{@link ErrorCode#JTK_UNKNOWN_INFORMATION} kept of nobody here
 *   <li>{@link ErrorCode#JTK_NOT_PROVIDED} whatever else is in the way: the person is not known,
 *       the 「符号」 was acquired for another purpose (MS-18), nothing is stored, 「自動応答不可」, 「不開示」
 * </ul>
 *
 * <p>Beside the refusals of {@link DisclosureDoor}, for the whole: {@link
 * ErrorCode#TKM_EVIDENCE_OVERDUE} while evidence is not kept.
 */
@Component("provideSelfInformation")
final class ProvideSelfInformation {
  private static final DisclosureKind<SelfInformationRequest> KIND =
      new DisclosureKind<>(
          SelfInformationRequest.class,
          SelfInformationRequest.TYPE_ID,
          SelfInformationAnswer::new,
          SelfInformationAnswer.TYPE_ID,
          "disclosure.self-information");

  private final DisclosureDoor door;
  private final LinkedPersons persons;
  private final OwnReplicas replicas;
  private final EvidenceGuard evidence;
  private final SelfInformationRecords records;

  ProvideSelfInformation(
      DisclosureDoor door,
      LinkedPersons persons,
      OwnReplicas replicas,
      EvidenceGuard evidence,
      SelfInformationRecords records) {
    this.door = door;
    this.persons = persons;
    this.replicas = replicas;
    this.evidence = evidence;
    this.records = records;
  }

  /**
   * @param institution at whose door the request came
   * @param signed CMS SignedData (DER) over {@link SelfInformationRequest}
   */
  DisclosureOutcome provide(InstitutionCode institution, byte[] signed) {
    return door.answer(institution, signed, KIND, this::provide);
  }

  private Disclosed provide(SelfInformationRequest request, Instant now) {
    SelfInformationRequest.Body question = request.body();
    List<SpecificPersonalInformationCode> wanted =
        question.information().stream().distinct().toList();
    Optional<UnifiedAddresseeNumber> person =
        persons
            .find(question.linkageCode())
            .filter(found -> found.purpose() == AcquisitionPurpose.INFORMATION_LINKAGE)
            .map(LinkedPerson::addressee);
    if (evidence.isOverdue(question.institution())) {
      records.refuse(question, person.isPresent(), wanted, ErrorCode.TKM_EVIDENCE_OVERDUE, now);
      return new Disclosed.Denied(ErrorCode.TKM_EVIDENCE_OVERDUE);
    }
    List<Information> information = new ArrayList<>();
    for (SpecificPersonalInformationCode code : wanted) {
      information.add(information(question.institution(), person, code, JapanDay.of(now)));
    }
    records.append(question, person.isPresent(), information, now);
    return new Disclosed.Shown(
        new SelfInformation(question.processingNumber(), question.institution(), information),
        person.orElse(null));
  }

  private Information information(
      InstitutionCode institution,
      Optional<UnifiedAddresseeNumber> person,
      SpecificPersonalInformationCode code,
      LocalDate today) {
    Optional<String> name = replicas.nameOf(code, today);
    if (name.isEmpty()) {
      return new Information(code, null, List.of(), ErrorCode.JTK_UNKNOWN_INFORMATION.id());
    }
    List<OwnReplica> shown =
        person.map(one -> replicas.shown(institution, one, code, today)).orElse(List.of());
    return new Information(
        code, name.get(), shown, shown.isEmpty() ? ErrorCode.JTK_NOT_PROVIDED.id() : null);
  }
}
