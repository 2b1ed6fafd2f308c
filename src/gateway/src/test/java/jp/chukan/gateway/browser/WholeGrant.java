package jp.chukan.gateway.browser;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.StaffBed;
import jp.chukan.gateway.staff.TestGrants;
import jp.chukan.gateway.testing.ProvisionDraft;

/** Lets people see and do whatever their roles allow in the 事務 of the tests. */
final class WholeGrant {
  private static final Map<InstitutionCode, List<Grant>> GIVEN = new HashMap<>();

  private WholeGrant() {}

  /** For today and tomorrow: the time of the tests may pass midnight. */
  static void give(StaffBed bed, InstitutionCode institution, UserId user) {
    LocalDate today = JapanDay.of(bed.clock.instant());
    List<Grant> all = GIVEN.computeIfAbsent(institution, code -> new ArrayList<>());
    for (GrantedFunction function : GrantedFunction.values()) {
      Stream.of(today, today.plusDays(1))
          .map(
              day ->
                  new Grant(
                      user, StaffBed.DEPARTMENT, ProvisionDraft.AFFAIR, function, day, day, "試験"))
          .forEach(all::add);
    }
    TestGrants.on(bed.gateway.database()).inForce(institution, all.toArray(Grant[]::new));
  }
}
