package jp.chukan.gateway.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.InstitutionCipher;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts inquiries into the database, a whole request at a time. Rows go in sorted by the key of
 * their sender, so that two requests with the same records wait for each other and never in a
 * circle.
 */
@Component
class InquiryRows {
  private static final Comparator<TakenInquiry> BY_RECORD =
      Comparator.comparing(
          taken -> {
            AskedInquiry asked = taken.asked();
            return asked == null ? "" : asked.recordNumber().value();
          });

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;
  private final InstitutionDecryptionKeys decryptionKeys;
  private final Duration timeLimit;

  InquiryRows(
      JdbcClient jdbc,
      PersonalDataCipher cipher,
      InstitutionDecryptionKeys decryptionKeys,
      @Value("${chukan.inquiry.time-limit}") Duration timeLimit) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.decryptionKeys = decryptionKeys;
    this.timeLimit = timeLimit;
  }

  /**
   * An inquiry that stands for its record.
   *
   * @param reception the request that brought it
   * @param number 「処理通番」
   * @param digest SHA-256 of the record
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Known(ReceptionNumber reception, ProcessingNumber number, byte[] digest) {}

  /** The inquiries that stand for these records already. */
  Map<RecordIdentificationNumber, Known> known(Collection<RecordIdentificationNumber> records) {
    Map<RecordIdentificationNumber, Known> known = new HashMap<>();
    jdbc.sql(
            """
            select record_number, reception_number, processing_number, record_digest
              from inquiry
             where record_number = any(:records)
            """)
        .param(
            "records",
            records.stream().map(RecordIdentificationNumber::value).toArray(String[]::new))
        .query(
            row -> {
              known.put(
                  new RecordIdentificationNumber(row.getString("record_number")),
                  new Known(
                      new ReceptionNumber(row.getString("reception_number")),
                      new ProcessingNumber(row.getString("processing_number")),
                      row.getBytes("record_digest")));
            });
    return known;
  }

  /** What became of the inquiries of a request that was taken before, by their place in it. */
  Map<Integer, LineOutcome> outcomes(ReceptionNumber reception) {
    Map<Integer, LineOutcome> outcomes = new HashMap<>();
    jdbc.sql(
            """
            select line_number, processing_number, state, error_code
              from inquiry
             where reception_number = :reception
            """)
        .param("reception", reception.value())
        .query(
            row -> {
              outcomes.put(row.getInt("line_number"), outcome(reception, row));
            });
    return outcomes;
  }

  private static LineOutcome outcome(ReceptionNumber reception, ResultSet row) throws SQLException {
    return switch (InquiryState.valueOf(row.getString("state"))) {
      case MALFORMED, REFUSED ->
          new LineOutcome.Refused(ErrorCode.ofId(row.getString("error_code")).orElseThrow());
      case ACCEPTED, SENT, PROVIDED, DECLINED, UNANSWERED ->
          new LineOutcome.Accepted(
              reception, new ProcessingNumber(row.getString("processing_number")));
    };
  }

  /**
   * Inserts them, but for an accepted one whose record another request has taken by now.
   *
   * @return the numbers of those that are in
   */
  Set<ProcessingNumber> insert(Reception reception, Collection<TakenInquiry> inquiries) {
    if (inquiries.isEmpty()) {
      return Set.of();
    }
    List<TakenInquiry> rows = inquiries.stream().sorted(BY_RECORD).toList();
    List<String> itemSets = rows.stream().map(InquiryRows::items).distinct().toList();
    JdbcClient.StatementSpec insert =
        jdbc.sql(INSERT)
            .param("institution", reception.institution().value())
            .param("reception", reception.number().value())
            .param("now", reception.at().atOffset(ZoneOffset.UTC))
            .param("until", reception.at().plus(timeLimit).atOffset(ZoneOffset.UTC))
            // the same whenever the message is made: the network knows a repetition by its digest
            .param("answerKey", decryptionKeys.inUse(reception.institution()).keyId())
            .param("lines", rows.stream().map(row -> row.line().number()).toArray(Integer[]::new))
            .param("itemSets", itemSets.toArray(String[]::new))
            .param(
                "items", rows.stream().map(row -> itemSet(itemSets, row)).toArray(Integer[]::new))
            .param("contents", contents(reception.institution(), rows))
            .param("digests", digests(rows));
    for (Map.Entry<String, Function<TakenInquiry, @Nullable Object>> column : COLUMNS.entrySet()) {
      insert = insert.param(column.getKey(), texts(rows, column.getValue()));
    }
    return new HashSet<>(
        insert.query((row, index) -> new ProcessingNumber(row.getString(1))).list());
  }

  private byte @Nullable [][] contents(InstitutionCode institution, List<TakenInquiry> rows) {
    InstitutionCipher personal = cipher.of(institution);
    return rows.stream()
        .map(
            row -> {
              byte[] content = row.line().content();
              return content == null
                  ? null
                  : personal.encrypt(content, "inquiry-line:" + row.number().value());
            })
        .toArray(byte[][]::new);
  }

  private static byte @Nullable [][] digests(List<TakenInquiry> rows) {
    return rows.stream()
        .map(
            row -> {
              AskedInquiry asked = row.asked();
              return asked == null || row.state() != InquiryState.ACCEPTED ? null : asked.digest();
            })
        .toArray(byte[][]::new);
  }

  private static @Nullable String[] texts(
      List<TakenInquiry> rows, Function<TakenInquiry, @Nullable Object> value) {
    return rows.stream()
        .map(value)
        .map(object -> object == null ? null : object.toString())
        .toArray(String[]::new);
  }

  private static Function<TakenInquiry, @Nullable Object> asked(
      Function<AskedInquiry, @Nullable Object> value) {
    return row -> {
      AskedInquiry asked = row.asked();
      return asked == null ? null : value.apply(asked);
    };
  }

  private static @Nullable Object recordNumber(TakenInquiry row, boolean accepted) {
    AskedInquiry asked = row.asked();
    return asked == null || (row.state() == InquiryState.ACCEPTED) != accepted
        ? null
        : asked.recordNumber().value();
  }

  private static String items(TakenInquiry row) {
    return row.items().stream().map(ItemCode::value).collect(Collectors.joining(","));
  }

  /** Many lines ask for the same items: the sets travel once, and the rows name theirs, from 1. */
  private static @Nullable Integer itemSet(List<String> itemSets, TakenInquiry row) {
    return row.items().isEmpty() ? null : itemSets.indexOf(items(row)) + 1;
  }

  /** Columns that travel as text, each an array with one element per row. */
  private static final Map<String, Function<TakenInquiry, @Nullable Object>> COLUMNS =
      Map.ofEntries(
          Map.entry("numbers", row -> row.number().value()),
          Map.entry("states", TakenInquiry::state),
          Map.entry("errors", row -> row.error() == null ? null : row.error().id()),
          Map.entry("records", row -> recordNumber(row, true)),
          Map.entry("refusedRecords", row -> recordNumber(row, false)),
          Map.entry(
              "faultyFields",
              row ->
                  row.faultyField() == null
                      ? null
                      : Objects.requireNonNull(row.faultyField()).number()),
          Map.entry("persons", asked(inquiry -> inquiry.person().value())),
          Map.entry("providers", TakenInquiry::provider),
          Map.entry("affairs", asked(AskedInquiry::affair)),
          Map.entry("procedures", asked(AskedInquiry::procedure)),
          Map.entry("informations", asked(AskedInquiry::information)),
          Map.entry("delegatingInquirers", asked(AskedInquiry::delegatingInquirer)),
          Map.entry("delegatingProviders", asked(AskedInquiry::delegatingProvider)),
          Map.entry("nonDisclosures", asked(AskedInquiry::nonDisclosure)),
          Map.entry("from", asked(AskedInquiry::periodFrom)),
          Map.entry("to", asked(AskedInquiry::periodTo)),
          Map.entry("departments", asked(AskedInquiry::department)),
          Map.entry("users", asked(AskedInquiry::user)));

  private static final String INSERT =
      """
      insert into inquiry (institution_code, processing_number, reception_number, line_number, state,
                           error_code, record_number, refused_record, record_digest, faulty_field,
                           addressee_number, provider_code, affair_code, procedure_code,
                           information_code, delegating_inquirer, delegating_provider,
                           non_disclosure_code, period_from, period_to, department_code, user_id,
                           requested_items, received_at, answer_until, answer_key_id,
                           concluded_at, line)
      select :institution, number, :reception, line, state, error, record, refused_record, digest,
             cast(faulty_field as integer), person, provider, affair, procedure, information,
             delegating_inquirer, delegating_provider, non_disclosure, cast(period_from as date),
             cast(period_to as date), department, operator, string_to_array((cast(:itemSets as text[]))[items], ','), :now, :until, :answerKey,
             case when state = 'ACCEPTED' then null else cast(:now as timestamptz) end, content
        from unnest(:lines, :numbers, :states, :errors, :records, :refusedRecords, :digests,
                    :faultyFields, :persons, :providers, :affairs, :procedures, :informations,
                    :delegatingInquirers, :delegatingProviders, :nonDisclosures, :from, :to,
                    :departments, :users, :items, :contents) with ordinality
             as i (line, number, state, error, record, refused_record, digest, faulty_field, person,
                   provider, affair, procedure, information, delegating_inquirer,
                   delegating_provider, non_disclosure, period_from, period_to, department, operator,
                   items, content, position)
       order by position
      on conflict (institution_code, record_number) where record_number is not null do nothing
      returning processing_number
      """;
}
