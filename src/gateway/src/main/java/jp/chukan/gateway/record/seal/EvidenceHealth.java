package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while evidence of an institution is so far behind that nothing of it is provided. */
@Component("evidence")
final class EvidenceHealth extends AbstractHealthIndicator {
  private final EvidenceInstitutions institutions;
  private final EvidenceGuard guard;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  EvidenceHealth(
      EvidenceInstitutions institutions,
      EvidenceGuard guard,
      InstitutionTransactions transactions,
      InstantSource clock) {
    super("evidence cannot be looked into");
    this.institutions = institutions;
    this.guard = guard;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Instant now = clock.instant();
    List<String> overdue = new ArrayList<>();
    Duration longest = Duration.ZERO;
    for (InstitutionCode institution : institutions.codes()) {
      EvidenceState state = transactions.within(institution, () -> guard.state(institution, now));
      if (state.isOverdue(now)) {
        overdue.add(institution.value());
      }
      longest = longest.compareTo(state.delay(now)) < 0 ? state.delay(now) : longest;
    }
    (overdue.isEmpty() ? health.up() : health.down().withDetail("overdue", overdue))
        .withDetail("longestDelay", longest);
  }
}
