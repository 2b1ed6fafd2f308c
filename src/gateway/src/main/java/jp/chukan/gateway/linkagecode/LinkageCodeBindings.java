package jp.chukan.gateway.linkagecode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.LinkageCodeNotice.Notice;
import jp.chukan.gateway.linkagecode.NoticeOutcome.Bound;
import jp.chukan.gateway.linkagecode.NoticeOutcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes which 「符号」 is whose; the two unique keys of the table decide what conflicts (MS-30). */
@Component
class LinkageCodeBindings {
  private final JdbcClient jdbc;

  LinkageCodeBindings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One outcome for each notice, in their order; of two for one number the first is bound. */
  List<NoticeOutcome> bind(InstitutionCode institution, List<Notice> notices, Instant now) {
    insert(institution, notices, now);
    Map<ProcessingNumber, Optional<LinkageCode>> bound = bound(notices);
    return notices.stream()
        .map(notice -> outcome(notice, bound.get(notice.processingNumber())))
        .toList();
  }

  private void insert(InstitutionCode institution, List<Notice> notices, Instant now) {
    // Sorted, so that two messages about the same persons never wait for each other in a circle.
    List<Notice> sorted =
        notices.stream().sorted(Comparator.comparing(n -> n.processingNumber().value())).toList();
    jdbc.sql(
            """
            insert into linkage_code (institution_code, addressee_number, linkage_code, bound_at)
            select :institution, a.addressee_number, n.code, :now
              from unnest(:numbers, :codes) with ordinality as n (number, code, position)
              join linkage_acquisition a on a.processing_number = n.number
             order by n.position
            on conflict do nothing
            """)
        .param("institution", institution.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("numbers", column(sorted, n -> n.processingNumber().value()))
        .param("codes", column(sorted, n -> n.linkageCode().value()))
        .update();
  }

  /** For each number that was given: the code that its person has now, if any. */
  private Map<ProcessingNumber, Optional<LinkageCode>> bound(List<Notice> notices) {
    Map<ProcessingNumber, Optional<LinkageCode>> bound = new HashMap<>();
    jdbc.sql(
            """
            select a.processing_number, c.linkage_code
              from linkage_acquisition a
              left join linkage_code c using (institution_code, addressee_number)
             where a.processing_number = any(:numbers)
            """)
        .param("numbers", column(notices, n -> n.processingNumber().value()))
        .query(
            row -> {
              bound.put(
                  new ProcessingNumber(row.getString("processing_number")),
                  Optional.ofNullable(row.getString("linkage_code")).map(LinkageCode::new));
            });
    return bound;
  }

  private static NoticeOutcome outcome(
      Notice notice, @Nullable Optional<LinkageCode> codeOfPerson) {
    ProcessingNumber number = notice.processingNumber();
    if (codeOfPerson == null) {
      return new Refused(number, ErrorCode.FGU_UNKNOWN_PROCESSING_NUMBER);
    }
    return codeOfPerson.filter(notice.linkageCode()::equals).isPresent()
        ? new Bound(number)
        : new Refused(number, ErrorCode.FGU_CODE_CONFLICT);
  }

  private static String[] column(List<Notice> notices, Function<Notice, String> value) {
    return notices.stream().map(value).toArray(String[]::new);
  }
}
