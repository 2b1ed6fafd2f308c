package jp.chukan.gateway.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.approval.ApprovalStep;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of persons of the staff beside their ids. */
@Component
class StaffNames {
  private final Accounts accounts;
  private final InstitutionTransactions transactions;

  StaffNames(Accounts accounts, InstitutionTransactions transactions) {
    this.accounts = accounts;
    this.transactions = transactions;
  }

  /** Names by id; an id without an account has none. */
  Map<UserId, String> of(
      InstitutionCode institution, Collection<? extends @Nullable UserId> users) {
    Map<UserId, String> names = new HashMap<>();
    transactions.run(
        institution,
        () -> {
          for (UserId user : users) {
            if (user != null && !names.containsKey(user)) {
              accounts.find(user).ifPresent(account -> names.put(user, account.displayName()));
            }
          }
        });
    return names;
  }

  /** Names of all who took the steps. */
  Map<UserId, String> ofSteps(InstitutionCode institution, List<ApprovalStep> steps) {
    return of(institution, steps.stream().<@Nullable UserId>map(ApprovalStep::user).toList());
  }
}
