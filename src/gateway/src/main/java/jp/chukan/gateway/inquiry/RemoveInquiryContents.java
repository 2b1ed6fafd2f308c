package jp.chukan.gateway.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what was provided, and the lines that asked for it, once a request has been complete for
 * its 「保管期限」: the municipality has fetched it, and here it only passed through (JN-40). How each
 * inquiry ended and its 「情報提供等記録」 stay. The log says which request it was and when.
 */
@Component("removeInquiryContents")
public final class RemoveInquiryContents {
  private static final Logger log = LoggerFactory.getLogger(RemoveInquiryContents.class);

  private final InstitutionTransactions transactions;
  private final CommunicationLog communications;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Duration retention;

  RemoveInquiryContents(
      InstitutionTransactions transactions,
      CommunicationLog communications,
      JdbcClient jdbc,
      InstantSource clock,
      @Value("${chukan.inquiry.retention}") Duration retention) {
    this.transactions = transactions;
    this.communications = communications;
    this.jdbc = jdbc;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * Removes the contents of every request whose retention is over, each in a transaction, unless it
   * is to end before.
   *
   * @return of how many requests
   */
  public int remove(InstitutionCode institution, JobProgress progress) {
    int requests = 0;
    while (progress.goesOn() && transactions.within(institution, () -> removeNext(institution))) {
      requests++;
      progress.done(1);
    }
    return requests;
  }

  private boolean removeNext(InstitutionCode institution) {
    Instant now = clock.instant();
    Optional<String> due = lockDue(institution, now.minus(retention));
    due.ifPresent(reception -> remove(institution, reception, now));
    return due.isPresent();
  }

  /** Of several nodes each takes another one. */
  private Optional<String> lockDue(InstitutionCode institution, Instant concludedBefore) {
    return jdbc.sql(
            """
            select reception_number
              from inquiry_request r
             where institution_code = :institution and removed_at is null
               and received_at <= :before
               and not exists (
                     select 1 from inquiry i
                      where i.institution_code = r.institution_code
                        and i.reception_number = r.reception_number
                        and (i.concluded_at is null or i.concluded_at > :before))
             order by received_at
             limit 1
               for update skip locked
            """)
        .param("institution", institution.value())
        .param("before", concludedBefore.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  private void remove(InstitutionCode institution, String reception, Instant now) {
    int contents =
        jdbc.sql(
                """
                update inquiry set content = null, line = null
                 where institution_code = :institution and reception_number = :reception
                   and (content is not null or line is not null)
                """)
            .param("institution", institution.value())
            .param("reception", reception)
            .update();
    jdbc.sql(
            """
            update inquiry_request set removed_at = :now
             where institution_code = :institution and reception_number = :reception
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("institution", institution.value())
        .param("reception", reception)
        .update();
    communications.append(
        new Communication(
            institution, Direction.REMOVED, null, "inquiry contents", reception, null, now));
    log.info("{} contents of request {} are removed after their retention", contents, reception);
  }
}
