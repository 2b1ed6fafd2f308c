package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.inquiry.IntakeBed.inquiry;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GrantOutcome;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import jp.chukan.gateway.staff.grant.RevokeGrant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("権限の取消しと情報照会")
class RevokedGrantIT {
  private static final StaffIdentity ADMINISTRATOR =
      new StaffIdentity(
          ISHINOMAKI,
          new UserId("admin-01"),
          IntakeBed.DEPARTMENT,
          Set.of(StaffRole.ADMINISTRATOR),
          true);

  @Test // MS-22, MU-06
  @DisplayName("取消しの次の照会は拒否される")
  void theVeryNextInquiryIsRefused() {
    try (IntakeBed bed = new IntakeBed()) {
      bed.empty();
      bed.permit();
      bed.bind("101");
      assertThat(errorOf(bed, "R-1")).isNull();
      revoke(bed);
      assertThat(errorOf(bed, "R-2")).isEqualTo(ErrorCode.SKI_OPERATOR_NOT_GRANTED.id());
    }
  }

  private static @Nullable String errorOf(IntakeBed bed, String record) {
    return bed.accept(inquiry(record, "101")).body().results().getFirst().errorCode();
  }

  private static void revoke(IntakeBed bed) {
    GrantReview review = bed.bean(GrantReview.class);
    ReviewedGrant grant =
        bed
            .bean(InstitutionTransactions.class)
            .within(ISHINOMAKI, () -> review.of(IntakeBed.CLERK))
            .stream()
            .filter(one -> one.stored().grant().affair().equals(IntakeBed.AFFAIR))
            .findFirst()
            .orElseThrow();
    assertThat(
            bed.bean(RevokeGrant.class)
                .revoke(ADMINISTRATOR, grant.stored().set(), grant.stored().position(), "異動のため"))
        .isInstanceOf(GrantOutcome.Done.class);
  }
}
