package jp.chukan.gateway.observation;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.seal.EvidenceGuard;
import jp.chukan.gateway.record.seal.EvidenceInstitutions;
import jp.chukan.gateway.record.seal.EvidenceState;
import org.springframework.stereotype.Component;

/** How far evidence is behind, and how long information is still provided. */
@Component
final class EvidenceLook implements PlantLook {
  private final EvidenceInstitutions institutions;
  private final EvidenceGuard guard;
  private final InstitutionTransactions transactions;

  EvidenceLook(
      EvidenceInstitutions institutions,
      EvidenceGuard guard,
      InstitutionTransactions transactions) {
    this.institutions = institutions;
    this.guard = guard;
    this.transactions = transactions;
  }

  @Override
  public String part() {
    return "evidence";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    for (InstitutionCode institution : institutions.codes()) {
      EvidenceState state = transactions.within(institution, () -> guard.state(institution, now));
      String[] tags = {"institution", institution.value()};
      reading.putSeconds(PlantMetric.EVIDENCE_DELAY, now, now.plus(state.delay(now)), tags);
      reading.putSeconds(PlantMetric.EVIDENCE_LEFT, now, now.plus(state.left(now)), tags);
    }
  }
}
