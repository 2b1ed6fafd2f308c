package jp.chukan.gateway.provision;

import static jp.chukan.gateway.provision.ReleaseBed.COMMENT;
import static jp.chukan.gateway.provision.ReleaseBed.OFFICER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.provision.ReleaseBed.Held;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GrantOutcome;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.RevokeGrant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("権限の取消しと提供の作成")
class RevokedGrantIT {
  private final ReleaseBed bed = new ReleaseBed();

  @Test // MS-11, MU-06
  @DisplayName("取消しの次の提供の作成は拒否される")
  void theVeryNextPreparationIsRefused() {
    Held one = bed.hold();
    Held other = bed.hold();
    assertThat(
            bed.desk.prepare(OFFICER, one.id(), 0, new Preparation.Provide(bed.seen(one), COMMENT)))
        .isInstanceOf(ReleaseOutcome.Done.class);
    ContentDigest seen = bed.seen(other);
    revokeAllOfTheOfficer();
    assertThat(bed.desk.prepare(OFFICER, other.id(), 0, new Preparation.Provide(seen, COMMENT)))
        .isEqualTo(new ReleaseOutcome.NotAllowed(ErrorCode.TKY_CASE_NOT_GRANTED));
  }

  private void revokeAllOfTheOfficer() {
    GrantReview review = bed.provision.bean(GrantReview.class);
    var grants =
        bed.provision
            .bean(InstitutionTransactions.class)
            .within(ISHINOMAKI, () -> review.of(OFFICER.user()));
    assertThat(grants).isNotEmpty();
    for (var grant : grants) {
      assertThat(
              bed.provision
                  .bean(RevokeGrant.class)
                  .revoke(
                      ReleaseBed.staff("admin-01", StaffRole.ADMINISTRATOR),
                      grant.stored().set(),
                      grant.stored().position(),
                      "異動のため"))
          .isInstanceOf(GrantOutcome.Done.class);
    }
  }
}
