package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends inquiries for which no answer came in time, each with its 「情報提供等記録」 (MS-74, MS-78). Several
 * nodes may do so at once: each takes what no other holds. An answer that is being received holds
 * its inquiry as well; whoever is first ends it.
 */
@Component("expireInquiries")
public final class ExpireInquiries {
  private static final Logger log = LoggerFactory.getLogger(ExpireInquiries.class);
  private static final int BATCH = 200;

  private final InstitutionTransactions transactions;
  private final OpenInquiries inquiries;
  private final ConcludeInquiries conclusions;
  private final InstantSource clock;

  ExpireInquiries(
      InstitutionTransactions transactions,
      OpenInquiries inquiries,
      ConcludeInquiries conclusions,
      InstantSource clock) {
    this.transactions = transactions;
    this.inquiries = inquiries;
    this.conclusions = conclusions;
    this.clock = clock;
  }

  /**
   * Ends all that are overdue now, some hundred in each transaction, unless it is to end before.
   *
   * @return how many
   */
  public int expire(InstitutionCode institution, JobProgress progress) {
    int all = transactions.inBatches(institution, BATCH, progress, () -> expireBatch(institution));
    if (all > 0) {
      log.warn("{} inquiries of {} got no answer in time", all, institution);
    }
    return all;
  }

  private int expireBatch(InstitutionCode institution) {
    Instant now = clock.instant();
    List<OpenInquiry> overdue = inquiries.lockOverdue(institution, now, BATCH);
    if (!overdue.isEmpty()) {
      conclusions.concludeUnanswered(overdue, now);
    }
    return overdue.size();
  }
}
