package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends held cases that nobody released before their permit ran out, each with its 「情報提供等記録」 and a
 * refusal to the inquirer, who would wait for nothing otherwise (MS-74). Several nodes may do so at
 * once: each takes what no other holds. Somebody who decides holds the case as well; whoever is
 * first ends it.
 */
@Component("expireHeldCases")
public final class ExpireHeldCases {
  private static final Logger log = LoggerFactory.getLogger(ExpireHeldCases.class);
  private static final int BATCH = 50;

  private final InstitutionTransactions transactions;
  private final ApprovalCases cases;
  private final ConcludeHeldRequests conclusions;
  private final InstantSource clock;

  ExpireHeldCases(
      InstitutionTransactions transactions,
      ApprovalCases cases,
      ConcludeHeldRequests conclusions,
      InstantSource clock) {
    this.transactions = transactions;
    this.cases = cases;
    this.conclusions = conclusions;
    this.clock = clock;
  }

  /**
   * Ends all that are overdue now, some in each transaction, unless it is to end before.
   *
   * @return how many
   */
  public int expire(InstitutionCode institution, JobProgress progress) {
    int all = transactions.inBatches(institution, BATCH, progress, () -> expireBatch(institution));
    if (all > 0) {
      log.warn("{} held cases of {} were not released in time", all, institution);
    }
    return all;
  }

  private int expireBatch(InstitutionCode institution) {
    Instant now = clock.instant();
    List<LockedCase> overdue = cases.lockOverdue(institution, now, BATCH);
    overdue.forEach(held -> conclusions.expire(held, now));
    return overdue.size();
  }
}
