package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.inquiry.InquiryOutcome.Declined;
import jp.chukan.gateway.inquiry.InquiryOutcome.Provided;
import jp.chukan.gateway.inquiry.InquiryOutcome.Unanswered;
import jp.chukan.gateway.linkagecode.BoundCode;
import jp.chukan.gateway.linkagecode.LinkageCodes;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends inquiries with one 「情報提供等記録」 each (MS-74), in the open transaction that holds their rows
 * locked.
 */
@Component
final class ConcludeInquiries {
  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final LinkageCodes linkageCodes;
  private final ProvisionRecords records;

  ConcludeInquiries(
      JdbcClient jdbc,
      PersonalDataCipher cipher,
      LinkageCodes linkageCodes,
      ProvisionRecords records) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.linkageCodes = linkageCodes;
    this.records = records;
  }

  /**
   * Ends one.
   *
   * @param answerDigest SHA-256 of the answer that ends it, null when no answer does
   */
  void conclude(
      OpenInquiry inquiry,
      InquiryOutcome outcome,
      byte @Nullable [] answerDigest,
      Instant concludedAt) {
    switch (outcome) {
      case Provided provided -> {
        update(inquiry, InquiryState.PROVIDED, null, provided, answerDigest, concludedAt);
        append(inquiry, RecordOutcome.PROVIDED, null, provided.permitId(), concludedAt);
      }
      case Declined(ErrorCode code, PermitId permitId) -> {
        update(inquiry, InquiryState.DECLINED, code, null, answerDigest, concludedAt);
        append(inquiry, RecordOutcome.REFUSED, code, permitId, concludedAt);
      }
      case Unanswered unanswered -> concludeUnanswered(List.of(inquiry), concludedAt);
    }
  }

  /** Ends all of them as unanswered. */
  void concludeUnanswered(List<OpenInquiry> inquiries, Instant concludedAt) {
    jdbc.sql(
            """
            update inquiry
               set state = 'UNANSWERED', error_code = :code, concluded_at = :now
             where processing_number = any(:numbers) and state in ('ACCEPTED', 'SENT')
            """)
        .param("code", ErrorCode.SKI_UNANSWERED.id())
        .param("now", concludedAt.atOffset(ZoneOffset.UTC))
        .param("numbers", inquiries.stream().map(i -> i.number().value()).toArray(String[]::new))
        .update();
    Map<UnifiedAddresseeNumber, BoundCode> codes =
        linkageCodes.findAll(inquiries.stream().map(OpenInquiry::addressee).distinct().toList());
    records.append(
        inquiries.stream()
            .map(
                inquiry ->
                    entry(
                        inquiry,
                        code(codes.get(inquiry.addressee())),
                        RecordOutcome.UNANSWERED,
                        ErrorCode.SKI_UNANSWERED,
                        null,
                        concludedAt))
            .toList());
  }

  private void update(
      OpenInquiry inquiry,
      InquiryState state,
      @Nullable ErrorCode code,
      @Nullable Provided provided,
      byte @Nullable [] answerDigest,
      Instant concludedAt) {
    int ended =
        jdbc.sql(
                """
                update inquiry
                   set state = :state, error_code = :code, concluded_at = :now,
                       provided_at = cast(:providedAt as timestamptz), answer_digest = :digest,
                       edition = :edition, content = :content
                 where institution_code = :institution and processing_number = :number
                   and state in ('ACCEPTED', 'SENT')
                """)
            .param("state", state.name())
            .param("code", code == null ? null : code.id())
            .param("now", concludedAt.atOffset(ZoneOffset.UTC))
            .param("providedAt", provided == null ? null : provided.providedAt().toString())
            .param("digest", answerDigest)
            .param("edition", provided == null ? null : provided.information().edition().value())
            .param("content", provided == null ? null : encrypted(inquiry, provided))
            .param("institution", inquiry.institution().value())
            .param("number", inquiry.number().value())
            .update();
    if (ended != 1) {
      throw new IllegalStateException("an inquiry that was locked as open has ended");
    }
  }

  private byte[] encrypted(OpenInquiry inquiry, Provided provided) {
    return cipher.encrypt(
        inquiry.institution(), XmlDocuments.write(provided.information()), contentPlace(inquiry));
  }

  /** Where the encrypted content belongs: what is moved to another inquiry cannot be read there. */
  private static String contentPlace(OpenInquiry inquiry) {
    return "inquiry:" + inquiry.number().value();
  }

  private void append(
      OpenInquiry inquiry,
      RecordOutcome outcome,
      @Nullable ErrorCode code,
      @Nullable PermitId permitId,
      Instant concludedAt) {
    LinkageCode person = linkageCodes.find(inquiry.addressee()).orElse(null);
    records.append(entry(inquiry, person, outcome, code, permitId, concludedAt));
  }

  private static @Nullable LinkageCode code(@Nullable BoundCode bound) {
    return bound == null ? null : bound.code();
  }

  private static ProvisionRecord entry(
      OpenInquiry inquiry,
      @Nullable LinkageCode person,
      RecordOutcome outcome,
      @Nullable ErrorCode code,
      @Nullable PermitId permitId,
      Instant concludedAt) {
    return new ProvisionRecord(
        inquiry.institution(),
        RecordSide.INQUIRER,
        inquiry.number(),
        inquiry.institution(),
        inquiry.provider(),
        inquiry.affair(),
        inquiry.procedure(),
        inquiry.information(),
        inquiry.items(),
        person,
        permitId,
        inquiry.nonDisclosure(),
        inquiry.receivedAt(),
        inquiry.receivedAt(),
        concludedAt,
        outcome,
        code == null ? null : code.id());
  }
}
