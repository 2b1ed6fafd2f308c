package jp.chukan.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class GrantsTest {

  @Test // MS-22, JN-36
  void everyAffairIsGrantedOnceUntilTheEndOfTheFiscalYear() {
    assertThat(Grants.of(InquiryPlanTest.PARTIES))
        .isEqualTo(
            """
            ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由
            chukan-client,3595115400,JM01000000027000,照会,2026/10/01,2027/03/31,情報照会の試験
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theFiscalYearEndsInMarchAndTheDayIsJapans() {
    assertThat(Grants.of(InquiryPlanTest.PARTIES.at(Instant.parse("2027-03-31T14:59:59Z"))))
        .contains(",2027/03/31,2027/03/31,");
    assertThat(Grants.of(InquiryPlanTest.PARTIES.at(Instant.parse("2027-03-31T15:00:00Z"))))
        .contains(",2027/04/01,2028/03/31,");
  }
}
