package jp.chukan.gateway.inquiry;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An inquiry as the acceptance leaves it in the database, before a test changes it: 石巻市 asks つくば市
 * for the whole 住民票関係情報 of one person with a 「符号」.
 */
final class InquiryRow {
  static final Duration TIME_LIMIT = Duration.ofHours(72);

  final ProcessingNumber number = ProvisionDraft.freshNumber();
  String reception = "R" + ProvisionDraft.freshNumber().value().substring(1);
  List<ItemCode> items =
      List.of(ProvisionDraft.HEAD_FLAG, ProvisionDraft.HEAD_NAME, ProvisionDraft.RELATIONSHIP);
  InquiryState state = InquiryState.SENT;
  InstitutionCode institution = TestKeys.ISHINOMAKI;
  InstitutionCode provider = TestKeys.TSUKUBA;
  @Nullable String answerKeyId;
  byte @Nullable [] line;
  byte @Nullable [] content;

  /** Fifteen digits that only this inquiry has. */
  String addressee() {
    return "%015d"
        .formatted(new BigInteger(number.value(), 16).mod(BigInteger.TEN.pow(15)).longValueExact());
  }

  LinkageCode linkageCode() {
    return new LinkageCode("code-of-a-fictitious-person-" + number);
  }

  /** Inserts it as received at this instant; one that has ended ended then. */
  void insert(JdbcClient everything, Instant now) {
    everything
        .sql("insert into linkage_acquisition values (?, ?, ?, now())")
        .params(institution.value(), addressee(), "A" + number.value().substring(1))
        .update();
    everything
        .sql("insert into linkage_code values (?, ?, ?, now())")
        .params(institution.value(), addressee(), linkageCode().value())
        .update();
    everything
        .sql(
            """
            insert into inquiry_request (institution_code, reception_number, kind, name, digest,
                                         line_count, received_at)
            values (?, ?, 'MESSAGE', ?, decode(repeat('00', 32), 'hex'), 1, ?)
            on conflict do nothing
            """)
        .params(institution.value(), reception, reception, now.atOffset(ZoneOffset.UTC))
        .update();
    insertInquiry(everything, now);
  }

  private void insertInquiry(JdbcClient everything, Instant now) {
    boolean left = state != InquiryState.MALFORMED && state != InquiryState.REFUSED;
    everything
        .sql(
            """
            insert into inquiry (institution_code, processing_number, reception_number, line_number,
                                 state, record_number, record_digest, addressee_number,
                                 provider_code, affair_code, procedure_code, information_code,
                                 non_disclosure_code, department_code, user_id, requested_items,
                                 received_at, answer_until, answer_key_id, sent_at, concluded_at, line, content)
            select :institution, :number, :reception,
                   1 + (select count(*) from inquiry where reception_number = :reception),
                   :state, :number, decode(repeat('00', 32), 'hex'), :addressee, :provider, :affair,
                   :procedure, :information, '1', '3595115400', 'tester', :items, :now, :until,
                   cast(:answerKey as text),
                   cast(:sent as timestamptz), cast(:ended as timestamptz), :line, :content
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("reception", reception)
        .param("state", state.name())
        .param("addressee", addressee())
        .param("provider", provider.value())
        .param("affair", ProvisionDraft.AFFAIR.value())
        .param("procedure", ProvisionDraft.PROCEDURE.value())
        .param("information", ProvisionDraft.RESIDENT_RECORD.value())
        .param("items", left ? items.stream().map(ItemCode::value).toArray(String[]::new) : null)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(TIME_LIMIT).atOffset(ZoneOffset.UTC))
        .param("sent", left && state != InquiryState.ACCEPTED ? now.toString() : null)
        .param("ended", state.isOpen() ? null : now.toString())
        .param("answerKey", answerKeyId)
        .param("line", line)
        .param("content", content)
        .update();
  }
}
