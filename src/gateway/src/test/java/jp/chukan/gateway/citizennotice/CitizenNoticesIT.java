package jp.chukan.gateway.citizennotice;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.CitizenNoticeRegistration;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.testing.DisclosureAsker;
import jp.chukan.gateway.testing.KnownPerson;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("お知らせ")
class CitizenNoticesIT {
  private static final String TITLE = "架空の健診のお知らせ";
  private static final String TEXT = "架空会館で行います。\nだれのものでもない文です。";

  private final RunningGateway gateway = RunningGateway.shared();
  private final DisclosureAsker asker = new DisclosureAsker(gateway, ISHINOMAKI);
  private final KnownPerson person = KnownPerson.at(gateway.database(), ISHINOMAKI);
  private final LocalDate today = JapanDay.of(asker.clock.instant());
  private String record = ProvisionDraft.freshNumber().value();
  private String title = TITLE;
  private String text = TEXT;
  private LocalDate from = today;
  private LocalDate to = today.plusDays(30);
  private ExecutionMode mode = ExecutionMode.PRODUCTION;

  @Test // MS-78
  @DisplayName("本人に届き、読んだことを団体が確かめられる")
  void aPersonIsToldAndTheMunicipalityLearnsThatItWasRead()
      throws IOException, InterruptedException {
    ReceptionNumber number = accepted(register());
    assertThat(state(number)).contains("\"state\":\"UNREAD\"").doesNotContain(TITLE, "readAt\":\"");

    assertThat(asker.askNotices(person.code()).notices())
        .containsExactly(new CitizenNotice(number, TITLE, TEXT, today, to, null));

    CitizenNotice read = asker.again().askNotices(person.code(), number).notices().getFirst();
    assertThat(read.readAt()).isNotNull();
    assertThat(state(number)).contains("\"state\":\"READ\"");
    assertThat(asker.again().askNotices(person.code(), number).notices())
        .as("read again, the first time stands")
        .containsExactly(read);
  }

  @Test // JN-02
  @DisplayName("題名と本文は暗号化して保管する")
  void whatANoticeSaysRestsEncrypted() throws IOException, InterruptedException {
    ReceptionNumber number = accepted(register());
    byte[] content =
        gateway
            .database()
            .everything()
            .sql("select content from citizen_notice where notice_number = ?")
            .param(number.value())
            .query(byte[].class)
            .single();
    assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("架空", "title");
  }

  @Test // MS-80
  void theSameAgainChangesNothingAndOtherWordsAreRefused()
      throws IOException, InterruptedException {
    ReceptionNumber number = accepted(register());
    assertThat(accepted(register())).isEqualTo(number);
    assertThat(asker.askNotices(person.code()).notices()).hasSize(1);
    text = "ほかの文です。";
    HttpResponse<String> response = register();
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(refusal(response)).isEqualTo(ErrorCode.OSR_NOTICE_CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, 2, 0", "-2, -1, 0", "-1, 0, 1", "-1, 1, 1"})
  @DisplayName("発行日から終了日まで、両端を含めて見える")
  void aNoticeIsSeenFromItsFirstToItsLastDay(int first, int last, int seen)
      throws IOException, InterruptedException {
    from = today.plusDays(first);
    to = today.plusDays(last);
    accepted(register());
    assertThat(asker.askNotices(person.code()).notices()).hasSize(seen);
  }

  @Test
  void notReadOnesComeFirstThenTheNewest() throws IOException, InterruptedException {
    from = today.minusDays(3);
    ReceptionNumber oldest = another("一");
    from = today.minusDays(2);
    ReceptionNumber older = another("二");
    from = today.minusDays(1);
    ReceptionNumber newest = another("三");
    assertThat(asker.askNotices(person.code(), newest).notices())
        .extracting(CitizenNotice::number)
        .containsExactly(older, oldest, newest);
  }

  @Test // MS-96
  @DisplayName("他人や他団体のお知らせは見えず、既読にもできない")
  void nobodyElseSeesOrReadsIt() throws IOException, InterruptedException {
    ReceptionNumber number = accepted(register());
    KnownPerson other = KnownPerson.at(gateway.database(), ISHINOMAKI);
    KnownPerson elsewhere = KnownPerson.at(gateway.database(), TSUKUBA);

    assertThat(asker.askNotices(other.code(), number).notices()).isEmpty();
    assertThat(new DisclosureAsker(gateway, TSUKUBA).askNotices(elsewhere.code(), number).notices())
        .isEmpty();
    assertThat(state(number)).contains("UNREAD");
    HttpResponse<String> foreign =
        gateway.get("municipal-client-" + TSUKUBA, "/municipal/notices/" + number);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(refusal(foreign)).isEqualTo(ErrorCode.OSR_UNKNOWN_NOTICE);
  }

  @Test // MS-30
  void anUnknownCodeLooksLikeAPersonWithoutNotices() throws IOException, InterruptedException {
    CitizenNotices nobody = asker.askNotices(new LinkageCode("code-of-nobody-at-all"));
    CitizenNotices without = asker.again().askNotices(person.code());
    assertThat(nobody)
        .usingRecursiveComparison()
        .ignoringFields("processingNumber")
        .isEqualTo(without);
    assertThat(without.notices()).isEmpty();
  }

  @ParameterizedTest // MS-31
  @CsvSource({"title", "text"})
  void whatLooksLikeAnIndividualNumberIsRefused(String place)
      throws IOException, InterruptedException {
    String digits = "番号は 1234-5678-9018 です。";
    title = place.equals("title") ? digits : TITLE;
    text = place.equals("text") ? digits : TEXT;
    assertThat(refusal(register())).isEqualTo(ErrorCode.OSR_INDIVIDUAL_NUMBER);
  }

  @Test
  void anEndBeforeTheIssueIsRefused() throws IOException, InterruptedException {
    to = from.minusDays(1);
    assertThat(refusal(register())).isEqualTo(ErrorCode.OSR_PERIOD);
  }

  @Test
  void aTestIsCheckedAndKeepsNothing() throws IOException, InterruptedException {
    mode = ExecutionMode.TEST;
    accepted(register());
    assertThat(asker.askNotices(person.code()).notices()).isEmpty();
  }

  @Test // MS-90
  void aHeaderOfAnotherMunicipalityIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> response = register(TSUKUBA, "T000104202");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(refusal(response)).isEqualTo(ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  private ReceptionNumber another(String words) throws IOException, InterruptedException {
    record = ProvisionDraft.freshNumber().value();
    title = words;
    return accepted(register());
  }

  private HttpResponse<String> register() throws IOException, InterruptedException {
    return register(ISHINOMAKI, "T000104202");
  }

  private HttpResponse<String> register(InstitutionCode client, String source)
      throws IOException, InterruptedException {
    MessageHeader header =
        new MessageHeader(
            new MessageId("notice-of-a-test"),
            CitizenNoticeRegistration.TYPE_ID,
            mode,
            new SystemIdentifier(source),
            new SystemIdentifier("K000000001"),
            null,
            null);
    return gateway.post(
        "municipal-client-" + client,
        "/municipal/notices",
        "application/xml",
        XmlMessages.write(
            new CitizenNoticeRegistration(
                header,
                new CitizenNoticeRegistration.Body(
                    new DepartmentCode("3595115400"),
                    new UserId("kouhou01"),
                    new RecordIdentificationNumber(record),
                    person.addressee(),
                    title,
                    text,
                    from,
                    to))));
  }

  private String state(ReceptionNumber number) throws IOException, InterruptedException {
    return gateway.get("municipal-client-" + ISHINOMAKI, "/municipal/notices/" + number).body();
  }

  private static ReceptionNumber accepted(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return Objects.requireNonNull(acknowledgement(response).header().receptionNumber());
  }

  private static ErrorCode refusal(HttpResponse<String> response) {
    return ErrorCode.ofId(String.valueOf(acknowledgement(response).body().errorCode()))
        .orElseThrow();
  }

  private static Acknowledgement acknowledgement(HttpResponse<String> response) {
    return XmlMessages.read(
        Acknowledgement.class, response.body().getBytes(StandardCharsets.UTF_8));
  }
}
