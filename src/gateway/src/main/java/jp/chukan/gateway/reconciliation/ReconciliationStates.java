package jp.chukan.gateway.reconciliation;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/** How comparisons stand, for the systems of the institution; counts only. */
@Component
public class ReconciliationStates {
  private final Reconciliations reconciliations;
  private final InstitutionTransactions transactions;

  ReconciliationStates(Reconciliations reconciliations, InstitutionTransactions transactions) {
    this.reconciliations = reconciliations;
    this.transactions = transactions;
  }

  /** Empty when the institution has none of that number. */
  public Optional<ReconciliationView> find(InstitutionCode institution, ReceptionNumber number) {
    return transactions.within(
        institution,
        () ->
            reconciliations
                .find(number)
                .map(one -> new ReconciliationView(one, reconciliations.items(number))));
  }
}
