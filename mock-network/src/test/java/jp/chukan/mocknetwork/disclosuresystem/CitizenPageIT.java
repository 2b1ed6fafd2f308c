package jp.chukan.mocknetwork.disclosuresystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.CitizenNotices.CitizenNotice;
import jp.chukan.contract.document.DisclosedRecords.DisclosedRecord;
import jp.chukan.contract.document.DisclosedRecords.Item;
import jp.chukan.contract.document.SelfInformation.Information;
import jp.chukan.contract.document.SelfInformation.OwnItem;
import jp.chukan.contract.document.SelfInformation.OwnReplica;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.mocknetwork.testing.DisclosureStandIn;
import jp.chukan.mocknetwork.testing.GatewayStandIn;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("本人のページ")
class CitizenPageIT {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  private static final SpecificPersonalInformationCode HOUSEHOLD =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final Instant THEN = Instant.parse("2026-10-01T00:05:00Z");
  private static final String PERSON = "municipalities/" + ISHINOMAKI + "/residents/901";

  private final RunningCountry country = RunningCountry.get();
  private final GatewayStandIn gateway = country.gateway();
  private final DisclosureStandIn disclosure = gateway.disclosure();

  @BeforeEach
  void somebodyWhomTheCoreKnows() {
    country.post("municipalities/" + ISHINOMAKI + "/linkage-codes", "{\"from\":901,\"to\":902}");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> country.get(PERSON + "/view").path("unanswered").isArray());
  }

  @Test // MS-77
  @DisplayName("だれが、いつ、何を、何のためにたずね、どうなったかを、やさしい日本語で示す")
  void aPersonReadsWhatHappenedInPlainWords() throws IOException, InterruptedException {
    disclosure.records.put(
        ISHINOMAKI,
        List.of(
            record("PN00000001", "PROVIDER", MINISTER, "厚生労働大臣", "PROVIDED", null, THEN),
            record(
                "PN00000002",
                "PROVIDER",
                MINISTER,
                "厚生労働大臣",
                "REFUSED",
                ErrorCode.TKY_NOT_ON_LIST.id(),
                THEN.minusSeconds(60))));
    String page = page("/portal/" + ISHINOMAKI + "/901").body();

    assertThat(page)
        .contains("<html lang=\"ja\"")
        .contains("厚生労働大臣が、石巻市に、あなたの情報を たずねました。")
        .contains("2026年10月1日 9時04分")
        .contains("児童手当に関する事務のため")
        .contains("番号法(マイナンバー法) 第19条第8号が、この仕事のために")
        .contains("番号法(マイナンバー法) 第19条第8号が ゆるしている ものでは ありませんでした。")
        .contains("世帯主フラグ")
        .contains("石巻市は、2026年10月1日 9時05分に 情報を わたしました。")
        .contains("ことわられました。情報は わたっていません。法律が ゆるしている 問い合わせでは なかったためです。")
        .contains("PN00000001");
  }

  @Test
  @DisplayName("二つの団体が記録した一つのやりとりは、一度だけ示す")
  void anExchangeThatTwoInstitutionsRecordedIsShownOnce() {
    disclosure.records.put(
        ISHINOMAKI,
        List.of(record("PN00000003", "PROVIDER", TSUKUBA, "つくば市", "PROVIDED", null, THEN)));
    disclosure.records.put(
        TSUKUBA,
        List.of(
            record(
                "PN00000003", "INQUIRER", TSUKUBA, "つくば市", "PROVIDED", null, THEN.plusSeconds(1)),
            record(
                "PN00000003",
                "INQUIRER",
                TSUKUBA,
                "つくば市",
                "AWAITING_APPROVAL",
                null,
                THEN.plusSeconds(2))));
    JsonNode exchanges = country.get(PERSON + "/view").path("exchanges");
    assertThat(exchanges).hasSize(1);
    assertThat(exchanges.path(0).path("outcome").asText()).isEqualTo("PROVIDED");
    assertThat(exchanges.path(0).path("recordedBy")).hasSize(2);
  }

  @Test
  void pagesAreReadToTheEnd() {
    disclosure.records.put(
        ISHINOMAKI,
        List.of(
            record("PN00000011", "PROVIDER", MINISTER, null, "PROVIDED", null, THEN),
            record("PN00000012", "PROVIDER", MINISTER, null, "PROVIDED", null, THEN),
            record("PN00000013", "PROVIDER", MINISTER, null, "PROVIDED", null, THEN)));
    assertThat(country.get(PERSON + "/view").path("exchanges")).hasSize(3);
  }

  @Test // MS-78
  @DisplayName("お知らせを読むと、団体に伝わる")
  void aNoticeIsReportedAsReadByTheButton() throws IOException, InterruptedException {
    disclosure.notices.put(
        ISHINOMAKI,
        List.of(
            new CitizenNotice(
                new ReceptionNumber("NOTICE00001"),
                "架空の健診",
                "架空会館で行います。<b>",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-31"),
                null)));
    String path = "/portal/" + ISHINOMAKI + "/901";
    assertThat(page(path).body())
        .contains("まだ 読んでいません", "架空の健診", "架空会館で行います。&lt;b&gt;")
        .contains("action=\"" + path + "/notices/" + ISHINOMAKI + "/NOTICE00001\"");

    HttpResponse<String> pressed =
        send(
            HttpRequest.newBuilder(portal(path + "/notices/" + ISHINOMAKI + "/NOTICE00001"))
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(pressed.statusCode()).isEqualTo(302);
    assertThat(disclosure.read).containsExactly(new ReceptionNumber("NOTICE00001"));
  }

  @Test
  @DisplayName("自分の情報は、見たいと言ったときだけ取り寄せる")
  void ownInformationIsFetchedOnlyWhenAskedFor() throws IOException, InterruptedException {
    disclosure.information.put(
        ISHINOMAKI,
        List.of(
            new Information(
                HOUSEHOLD,
                "住民票関係情報",
                List.of(
                    new OwnReplica(
                        new LayoutEdition("2"),
                        List.of(
                            new OwnItem(new ItemCode("TK00000000000101"), "世帯主フラグ", "1", "世帯主")))),
                null),
            new Information(
                new SpecificPersonalInformationCode("TM00000000000002"),
                "地方税関係情報",
                List.of(),
                ErrorCode.JTK_NOT_PROVIDED.id())));
    String path = "/portal/" + ISHINOMAKI + "/901";
    assertThat(page(path).body()).doesNotContain("住民票関係情報").contains("自分の情報を 見る");
    assertThat(gateway.received("/disclosure/" + ISHINOMAKI + "/self-information")).isEmpty();
    assertThat(page(path + "?information=true").body())
        .contains("住民票関係情報", "世帯主フラグ", ">世帯主<", "ここでは 見ることが できません");
    assertThat(country.get(PERSON + "/view?information=true").path("information"))
        .extracting(one -> one.path("items").asInt())
        .contains(1, 0);
  }

  @Test // JN-27
  @DisplayName("団体の署名でない答えは信じず、ほかの団体の分は示す")
  void anAnswerOfSomebodyElseIsNotBelievedAndTheOthersAreShown() {
    disclosure.records.put(
        TSUKUBA, List.of(record("PN00000021", "PROVIDER", MINISTER, null, "PROVIDED", null, THEN)));
    disclosure.signer = TSUKUBA;
    JsonNode view = country.get(PERSON + "/view");
    assertThat(view.path("unanswered"))
        .extracting(one -> one.path("reason").asText())
        .containsOnly(ErrorCode.SCM_CERTIFICATE_INSTITUTION.id());
    assertThat(view.path("unanswered"))
        .extracting(one -> one.path("institution").asText())
        .contains(ISHINOMAKI.value())
        .doesNotContain(TSUKUBA.value());
    assertThat(view.path("exchanges")).hasSize(1);
  }

  @Test
  void aRefusalOfTheServerIsNamed() throws IOException, InterruptedException {
    gateway
        .wireMock()
        .stubFor(
            post(urlPathEqualTo("/disclosure/" + ISHINOMAKI + "/record-disclosures"))
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(GatewayStandIn.acknowledgement(ErrorCode.SCM_SIGNATURE))));
    assertThat(page("/portal/" + ISHINOMAKI + "/901").body())
        .contains("から 返事が ありませんでした", ErrorCode.SCM_SIGNATURE.id());
  }

  @Test
  void theMunicipalityTellsAResident() {
    JsonNode told = country.post(PERSON + "/notices", "{\"title\":\"架空の健診\",\"text\":\"架空です。\"}");
    assertThat(told.path("number").asText()).isEqualTo("RECEPTION1");
    assertThat(gateway.received("/municipal/notices"))
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.getBodyAsString()).contains("架空の健診", "IF_OSR_80101_R01"));
  }

  @Test
  void whoDoesNotExistHasNoPage() throws IOException, InterruptedException {
    assertThat(page("/portal/" + ISHINOMAKI + "/99999").statusCode()).isEqualTo(404);
    assertThat(page("/portal").body()).contains("/portal/" + ISHINOMAKI + "/0", "作りもの");
  }

  private static DisclosedRecord record(
      String number,
      String side,
      InstitutionCode inquirer,
      @Nullable String inquirerName,
      String outcome,
      @Nullable String errorCode,
      Instant at) {
    return new DisclosedRecord(
        side,
        new ProcessingNumber(number),
        inquirer,
        inquirerName,
        ISHINOMAKI,
        "石巻市",
        at.minusSeconds(60),
        at,
        new AffairCode("JM01000000074000"),
        "児童手当に関する事務",
        new ProcedureCode("JT01010000074001"),
        HOUSEHOLD,
        "住民票関係情報",
        List.of(new Item(new ItemCode("TK00000000000101"), "世帯主フラグ")),
        outcome,
        errorCode);
  }

  private HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(portal(path)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private URI portal(String path) {
    return country.control("").resolve(path);
  }
}
