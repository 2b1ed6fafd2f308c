package jp.chukan.gateway.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("照会者に伝える理由")
class PeerCodesTest {
  /**
   * Each speaks of the request or of the server alone; whoever adds one must see that it tells
   * nothing of people.
   */
  private static final Set<ErrorCode> ABOUT_NOBODY =
      EnumSet.of(
          ErrorCode.SCM_ALGORITHM,
          ErrorCode.TKY_PERMIT_MISSING,
          ErrorCode.TKY_PERMIT_SIGNATURE,
          ErrorCode.TKY_PERMIT_EXPIRED,
          ErrorCode.TKY_PERMIT_REPLAYED,
          ErrorCode.TKY_PERMIT_FOREIGN,
          ErrorCode.TKY_PATH_MISMATCH,
          ErrorCode.TKY_KEY_UNSUITABLE,
          ErrorCode.TKY_PROFILE_WEAKER,
          ErrorCode.TKY_NOT_ON_LIST,
          ErrorCode.TKY_NO_LIST,
          ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT,
          ErrorCode.TKY_UNKNOWN_INFORMATION,
          ErrorCode.TKY_PERIOD,
          ErrorCode.TKM_EVIDENCE_OVERDUE);

  @ParameterizedTest // MS-18
  @EnumSource(ErrorCode.class)
  void onlyWhatSpeaksOfNobodyIsTold(ErrorCode code) {
    assertThat(PeerCodes.visible(code))
        .isEqualTo(ABOUT_NOBODY.contains(code) ? code : ErrorCode.TKY_NOT_PROVIDED);
  }
}
