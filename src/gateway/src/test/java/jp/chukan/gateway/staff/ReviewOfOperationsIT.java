package jp.chukan.gateway.staff;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.testing.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("操作ログの点検の画面")
class ReviewOfOperationsIT {
  private static final String PAGE = "/console/operations/review";
  private static final String RELATIVE = "架空 親族";
  private static final String STRANGER = "試験 他人";

  private final StaffBed bed = new StaffBed();

  @Test // MS-73, MS-76, JN-18, MU-24
  @DisplayName("点検には目的が要り、点検そのものも記録される")
  void aReviewStatesItsPurposeAndIsItselfKept() {
    UserId looker = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    UserId auditor = bed.person(ISHINOMAKI, StaffRole.AUDITOR);
    looked(ISHINOMAKI, looker, "900000000000071");
    Browser browser = bed.signedIn(ISHINOMAKI, auditor);
    HttpResponse<String> without = show(browser, Map.of("purpose", " "));
    assertThat(without.body()).contains("目的").doesNotContain(looker.value());
    assertThat(bed.operations(ISHINOMAKI, auditor.value()))
        .doesNotContain("VIEW console.review true");
    HttpResponse<String> shown = show(browser, Map.of("purpose", "定期点検"));
    assertThat(shown.body()).contains(looker.value()).doesNotContain("900000000000071");
    assertThat(bed.operations(ISHINOMAKI, auditor.value())).contains("VIEW console.review true");
  }

  @Test // MS-73
  @DisplayName("職員と同姓の人の閲覧に印が付き、氏名は出ない")
  void looksAtPersonsWithTheSurnameOfTheStaffAreMarked() {
    UserId looker = bed.person(ISHINOMAKI, StaffRole.OFFICER);
    knows("900000000000081", RELATIVE);
    knows("900000000000082", RELATIVE);
    knows("900000000000083", STRANGER);
    for (int i = 1; i <= 3; i++) {
      looked(ISHINOMAKI, looker, "90000000000008" + i);
    }
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.AUDITOR));
    assertThat(show(browser, Map.of("purpose", "定期点検")).body()).doesNotContain("同姓 ");
    assertThat(show(browser, Map.of("purpose", "定期点検", "names", "1")).body())
        .contains("同姓 2人（同一住所 最大2人）")
        .doesNotContain("親族", "他人");
  }

  @Test // MS-73, JN-18, MU-24
  @DisplayName("点検の結果が残り、次の点検に示される")
  void thatItWasReviewedIsKeptAndShown() {
    UserId auditor = bed.person(TSUKUBA, StaffRole.AUDITOR);
    Browser browser = bed.signedIn(TSUKUBA, auditor);
    assertThat(browser.get(PAGE).body()).contains("点検の記録がまだありません。");
    HttpResponse<String> answer =
        browser.post(
            PAGE + "/confirmation",
            Map.of("from", "2026-10-01", "to", "2026-10-31", "comment", "問題なし"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(browser.get(PAGE).body()).contains("2026-10-01/2026-10-31", auditor.value());
    assertThat(bed.operations(TSUKUBA, auditor.value()))
        .contains("DECISION console.review-confirmed true");
  }

  @ParameterizedTest // JN-17, MS-93
  @EnumSource(
      value = StaffRole.class,
      names = {"OFFICER", "APPROVER"})
  void onlyThoseWhoReviewAreLetIn(StaffRole role) {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, role));
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
    browser.get("/console/account");
    assertThat(show(browser, Map.of("purpose", "興味")).statusCode()).isEqualTo(403);
  }

  @Test // MS-73
  void aPeriodThatIsNoneIsToldOnThePage() {
    Browser browser = bed.signedIn(ISHINOMAKI, bed.person(ISHINOMAKI, StaffRole.AUDITOR));
    browser.get(PAGE);
    for (String to : new String[] {"2026-02-30", "2020-01-01", "2030-01-01", ""}) {
      HttpResponse<String> answer =
          browser.post(PAGE, Map.of("from", "2026-01-01", "to", to, "purpose", "定期点検"));
      assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("<tbody>");
    }
  }

  private HttpResponse<String> show(Browser browser, Map<String, String> fields) {
    LocalDate today = JapanDay.of(bed.clock.instant());
    Map<String, String> all =
        new HashMap<>(Map.of("from", today.minusDays(1).toString(), "to", today.toString()));
    all.putAll(fields);
    browser.get(PAGE);
    return browser.post(PAGE, all);
  }

  private void looked(InstitutionCode institution, UserId user, String addressee) {
    bed.bean(InstitutionTransactions.class)
        .run(
            institution,
            () ->
                bed.bean(OperationLog.class)
                    .append(
                        new Operation(
                            institution,
                            user,
                            OperationKind.VIEW,
                            "test",
                            true,
                            null,
                            new UnifiedAddresseeNumber(addressee),
                            "試験のため",
                            bed.clock.instant())));
  }

  private void knows(String addressee, String name) {
    MessageHeader header =
        MessageHeader.request(
                new MessageId("Q-1"),
                BasicInformationRequest.TYPE_ID,
                new SystemIdentifier("K000000001"),
                new SystemIdentifier("T000104202"))
            .answer(
                new MessageId("A-1"),
                BasicInformationResponse.TYPE_ID,
                null,
                MessageHeader.ACCEPTED);
    byte[] answer =
        XmlMessages.write(
            new BasicInformationResponse(
                header,
                new BasicInformationResponse.Body(
                    new BasicInformation(
                        name, "宮城県石巻市架空町1番地", LocalDate.parse("1980-01-01"), "2"))));
    bed.gateway
        .network()
        .stubFor(
            post(urlEqualTo("/hub/" + ISHINOMAKI + "/basic-information"))
                .withRequestBody(matching("(?s).*" + addressee + ".*"))
                .willReturn(okXml(new String(answer, StandardCharsets.UTF_8))));
  }
}
