package jp.chukan.mocknetwork.coresystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.municipality.ContentSize;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.testing.GatewayStandIn;
import jp.chukan.mocknetwork.testing.Provider;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報照会から回答まで")
class ExchangeIT {
  private static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  private static final InstitutionCode GUNMA = new InstitutionCode("0220010000501700");
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final String REQUESTS = "/network/" + ISHINOMAKI.value() + "/provision-requests";

  private final RunningCountry country = RunningCountry.get();
  private final Provider provider = new Provider(country.keys());

  @BeforeEach
  void publishTheList() {
    country.post("permission-lists", "{}");
  }

  @AfterEach
  void letTheCoreCheckAgain() {
    country.post("core", "{\"checkList\":true}");
    country.post("faults", "{\"answers\":\"NONE\"}");
  }

  private JsonNode inquire(InstitutionCode inquirer, String item, int resident, String further) {
    return country.post(
        "inquiries",
        """
        {"inquirer":"%s","provider":"%s","item":"%s","resident":%d%s}
        """
            .formatted(inquirer.value(), ISHINOMAKI.value(), item, resident, further));
  }

  private String sent(String further) {
    JsonNode asked = inquire(MINISTER, "1", 17, further);
    assertThat(asked.path("coreOutcome").asText()).isEqualTo("SENT");
    return asked.path("processingNumber").asText();
  }

  private byte[] arrivedBytes(String number) {
    return await()
        .until(
            () ->
                country.gateway().received(REQUESTS).stream()
                    .map(request -> request.getBody())
                    .filter(body -> new String(body, StandardCharsets.ISO_8859_1).contains(number))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private ProvisionRequest.Body arrived(String number) {
    return provider.request(arrivedBytes(number));
  }

  private HttpResponse<byte[]> deliver(String keyName, byte[] answer) {
    return country.send(
        keyName,
        HttpRequest.newBuilder(country.https("/interface/answers"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/cms")
            .POST(HttpRequest.BodyPublishers.ofByteArray(answer))
            .build());
  }

  private Map<ItemCode, String> original(int resident) {
    return country
        .bean(Municipalities.class)
        .resident(ISHINOMAKI, resident)
        .householdInformation()
        .items();
  }

  private JsonNode exchange(String number) {
    return country.get("exchanges/" + number);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test // MS-03, MS-04
  @DisplayName("許可証・経路情報・鍵・提供要求は同じ照会を指す")
  void sendsPermitPathAndKeyOfOneExchange() {
    String number = sent("");

    ProvisionRequest.Body request = arrived(number);
    ProvisionPermit permit = provider.permit(request);
    InquirerPath path = provider.path(request);
    assertThat(permit.processingNumber().value()).isEqualTo(number);
    assertThat(permit.inquirer()).isEqualTo(MINISTER);
    assertThat(permit.provider()).isEqualTo(ISHINOMAKI);
    assertThat(Duration.between(permit.issuedAt(), permit.expiresAt()))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(path.processingNumber().value()).isEqualTo(number);
    assertThat(path.hops().getLast()).isEqualTo(MINISTER);
    assertThat(request.requestedItems()).hasSize(3);
  }

  @Test // MS-40
  @DisplayName("照会者は自らの鍵で回答を開き、正本と比べる")
  void opensTheAnswerAndComparesItWithTheOriginal() {
    String number = sent("");
    byte[] answer = provider.answer(arrived(number), original(17));

    HttpResponse<byte[]> response = deliver("gateway-client", answer);

    assertThat(response.statusCode()).isEqualTo(200);
    var receipt =
        XmlMessages.read(ProvisionReceipt.class, provider.verified(response.body())).body();
    assertThat(receipt.processingNumber().value()).isEqualTo(number);
    assertThat(receipt.answerDigest()).isEqualTo(sha256(answer));
    assertThat(exchange(number).path("state").asText()).isEqualTo("ANSWERED");
    assertThat(exchange(number).path("matchesOriginal").asBoolean()).isTrue();
  }

  @Test // MS-40, MS-43
  @DisplayName("照会者の鍵が暗号方式を決め、H1の回答も開ける")
  void theKeyOfTheInquirerDecidesTheProfile() {
    country.post("core", "{\"checkList\":false}");
    String classical = sent("");
    String hybrid = inquire(GUNMA, "9", 17, "").path("processingNumber").asText();
    ProvisionRequest.Body request = arrived(hybrid);

    assertThat(provider.permit(arrived(classical)).profileId()).isEqualTo("C1");
    assertThat(provider.permit(request).profileId()).isEqualTo("H1");
    deliver("gateway-client", provider.answer(request, original(17)));
    assertThat(exchange(hybrid).path("matchesOriginal").asBoolean()).isTrue();
  }

  @Test
  void noticesAnAnswerThatSaysSomethingElse() {
    String number = sent("");

    deliver(
        "gateway-client",
        provider.answer(arrived(number), Map.of(new ItemCode("TK00000000000101"), "9")));

    assertThat(exchange(number).path("matchesOriginal").asBoolean(true)).isFalse();
  }

  @Test
  @DisplayName("照会した項目だけが期待される")
  void expectsOnlyTheItemsThatItAskedFor() {
    String number = sent(",\"items\":[\"TK00000000000101\"]");
    ProvisionRequest.Body request = arrived(number);

    assertThat(request.requestedItems()).containsExactly(new ItemCode("TK00000000000101"));
    deliver(
        "gateway-client",
        provider.answer(
            request,
            Map.of(
                new ItemCode("TK00000000000101"),
                original(17).get(new ItemCode("TK00000000000101")))));
    assertThat(exchange(number).path("matchesOriginal").asBoolean()).isTrue();
  }

  @Test
  void takesTheSameAnswerOnceHoweverOftenItComes() {
    String number = sent("");
    byte[] answer = provider.answer(arrived(number), original(17));
    deliver("gateway-client", answer);

    HttpResponse<byte[]> again = deliver("gateway-client", answer);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(exchange(number).path("answersReceived").asInt()).isEqualTo(2);
    assertThat(records("NETWORK", number)).hasSize(1);
  }

  @Test
  void refusesAnotherAnswerToTheSameExchange() {
    String number = sent("");
    ProvisionRequest.Body request = arrived(number);
    deliver("gateway-client", provider.answer(request, original(17)));

    assertRefused(
        deliver("gateway-client", provider.refusal(request, ErrorCode.TKY_NOT_PROVIDED)),
        400,
        ErrorCode.TKY_REQUEST_CONFLICT);
  }

  @Test
  void refusesAnAnswerThatAnotherProviderSigned() {
    String number = sent("");

    assertRefused(
        deliver("gateway-client", provider.refusalSignedBy(TSUKUBA, arrived(number))),
        400,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  @Test // JN-27
  void refusesAnAlteredAnswer() {
    byte[] answer = provider.answer(arrived(sent("")), original(17));

    assertRefused(
        deliver("gateway-client", AlteredBytes.lastByte(answer)), 400, ErrorCode.SCM_SIGNATURE);
  }

  @Test // JN-01
  void takesAnswersFromTheRegisteredPlatformOnly() {
    byte[] answer = provider.answer(arrived(sent("")), original(17));

    assertRefused(
        deliver("municipal-client-" + ISHINOMAKI.value(), answer),
        403,
        ErrorCode.SCM_CLIENT_NOT_REGISTERED);
  }

  @Test
  void takesARefusalIntoTheRecords() {
    String number = sent("");

    deliver("gateway-client", provider.refusal(arrived(number), ErrorCode.TKY_NOT_ON_LIST));

    assertThat(exchange(number).path("state").asText()).isEqualTo("REFUSED");
    assertThat(exchange(number).path("errorCode").asText()).isEqualTo("TKY-0108");
    assertThat(records("INQUIRER", number))
        .singleElement()
        .satisfies(record -> assertThat(record.path("errorCode").asText()).isEqualTo("TKY-0108"));
  }

  @Test // MS-103
  @DisplayName("コアシステムも照会許可照合リストを確かめる")
  void refusesOnItsOwnWhatIsNotOnTheList() {
    JsonNode asked = inquire(MINISTER, "2", 3, "");

    assertThat(asked.path("coreOutcome").asText()).isEqualTo("REFUSED");
    assertThat(asked.path("errorCode").asText()).isEqualTo("TKY-0108");
    String number = asked.path("processingNumber").asText();
    assertThat(records("NETWORK", number)).hasSize(1);
    assertThat(records("INQUIRER", number)).hasSize(1);
    assertThat(country.gateway().received(REQUESTS)).isEmpty();
  }

  @Test // MS-103
  @DisplayName("終わった項による照会はコアシステムが断る")
  void refusesOnItsOwnWhatIsNoLongerInForce() {
    assertThat(inquire(MINISTER, "21", 3, "").path("errorCode").asText()).isEqualTo("TKY-0108");
  }

  @Test // MS-103
  void sendsWhatIsNotOnTheListWhenItsCheckIsOff() {
    country.post("core", "{\"checkList\":false}");

    JsonNode asked = inquire(MINISTER, "2", 3, "");

    assertThat(asked.path("coreOutcome").asText()).isEqualTo("SENT");
    arrived(asked.path("processingNumber").asText());
  }

  @Test // MS-31
  void refusesThePersonOfAnotherInquirer() {
    String number = sent("");
    var codeAtProvider = arrived(number).linkageCode();
    var inquiry =
        new Inquiry(
            GUNMA,
            ISHINOMAKI,
            new ScheduleItem("9").affair(),
            new ScheduleItem("9").procedure(),
            MasterList.RESIDENT_RECORD,
            codeAtProvider,
            List.of(),
            null,
            null);

    InquiryOutcome outcome =
        country
            .bean(HandleInquiry.class)
            .handle(country.bean(Identifiers.class).processingNumber(), inquiry, Transport.PLAIN);

    assertThat(outcome).isInstanceOf(InquiryOutcome.Refused.class);
  }

  @Test
  @DisplayName("許可証は期限を過ぎている")
  void makesAnExpiredPermit() {
    ProvisionPermit permit = provider.permit(arrived(sent(",\"faults\":[\"EXPIRED_PERMIT\"]")));

    assertThat(permit.expiresAt()).isBefore(InstantSource.system().instant());
    assertThat(permit.inquirer()).isEqualTo(MINISTER);
  }

  @Test
  void makesATamperedPermit() {
    ProvisionRequest.Body request = arrived(sent(",\"faults\":[\"TAMPERED_PERMIT\"]"));

    assertThatThrownBy(() -> provider.permit(request)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void makesAForeignPermit() {
    String number = sent(",\"faults\":[\"FOREIGN_PERMIT\"]");
    ProvisionPermit permit = provider.permit(arrived(number));

    assertThat(permit.inquirer()).isNotEqualTo(MINISTER);
    assertThat(permit.processingNumber().value()).isNotEqualTo(number);
  }

  @Test
  void replaysAPermitThatHasServed() {
    String first = sent("");
    deliver("gateway-client", provider.answer(arrived(first), original(17)));

    String second = sent(",\"faults\":[\"REPLAYED_PERMIT\"]");
    String third = sent(",\"faults\":[\"REUSED_PERMIT_ID\"]");

    ProvisionPermit used = provider.permit(arrived(first));
    assertThat(arrived(second).permit()).isEqualTo(arrived(first).permit());
    assertThat(provider.permit(arrived(third)).id()).isEqualTo(used.id());
    assertThat(provider.permit(arrived(third)).processingNumber().value()).isEqualTo(third);
  }

  @Test
  void saysWhenThereIsNothingToReplay() {
    JsonNode refusal =
        inquire(
            new InstitutionCode("0710400000001700"), "2", 3, ",\"faults\":[\"REPLAYED_PERMIT\"]");

    assertThat(refusal.path("error").asText()).isNotEmpty();
  }

  @Test
  void leavesOutWhatIsToBeMissing() {
    assertThat(arrived(sent(",\"faults\":[\"MISSING_PERMIT\"]")).permit()).isNull();
    assertThat(arrived(sent(",\"faults\":[\"MISSING_PATH\"]")).path()).isNull();
    assertThat(arrived(sent(",\"faults\":[\"MISSING_KEY\"]")).inquirerCertificate()).isNull();
  }

  @Test
  void leadsThePathToAnotherInquirer() {
    ProvisionRequest.Body request = arrived(sent(",\"faults\":[\"MISMATCHED_PATH\"]"));

    InquirerPath path = provider.path(request);
    assertThat(path.hops().getLast()).isNotEqualTo(MINISTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WRONG_KEY", "UNSUITABLE_KEY"})
  void enclosesAKeyThatIsNotTheInquirers(String fault) {
    byte[] certificate = arrived(sent(",\"faults\":[\"" + fault + "\"]")).inquirerCertificate();

    assertThat(certificate).isNotEqualTo(arrived(sent("")).inquirerCertificate());
  }

  @Test
  void forgesTheSignatureOfTheRequest() {
    byte[] bytes = arrivedBytes(sent(",\"faults\":[\"FORGED_SIGNATURE\"]"));

    assertThatThrownBy(() -> provider.request(bytes)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  @DisplayName("門前で断られた照会は両方の記録に残る")
  void recordsARefusalAtTheEdgeOfTheServer() {
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo(REQUESTS))
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(GatewayStandIn.acknowledgement(ErrorCode.SCM_SIGNATURE))));

    String number = sent(",\"faults\":[\"FORGED_SIGNATURE\"]");

    await().until(() -> exchange(number).path("state").asText().equals("REFUSED"));
    await()
        .until(
            () -> records("INQUIRER", number).getFirst().path("errorCode").asText(),
            "SCM-0201"::equals);
  }

  @Test
  void deliversTheSameBytesAsOftenAsTold() {
    String number = sent(",\"deliveries\":10");

    byte[] first = arrivedBytes(number);
    await().until(() -> country.gateway().received(REQUESTS).size() >= 10);
    assertThat(country.gateway().received(REQUESTS)).hasSize(10);
    assertThat(country.gateway().received(REQUESTS))
        .allMatch(request -> Arrays.equals(request.getBody(), first));
  }

  @Test
  @DisplayName("サーバーが落ちていても照会は失われない")
  void sendsTheSameBytesUntilTheServerTakesThem() {
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo(REQUESTS))
                .inScenario("down")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("cut"));
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo(REQUESTS))
                .inScenario("down")
                .whenScenarioStateIs("cut")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("up"));

    byte[] first = arrivedBytes(sent(""));

    await().until(() -> country.gateway().received(REQUESTS).size() >= 3);
    assertThat(country.gateway().received(REQUESTS))
        .hasSize(3)
        .allMatch(request -> Arrays.equals(request.getBody(), first));
  }

  @Test
  void letsALaterRequestOvertake() {
    String held = sent(",\"faults\":[\"REORDER\"]");
    String later = sent("");

    arrived(held);
    assertThat(
            country.gateway().received(REQUESTS).stream()
                .map(request -> provider.request(request.getBody()).processingNumber().value()))
        .containsExactly(later, held);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELAY", "DROPPED_CONNECTION"})
  void bringsTheRequestAfterAllWhenTheWayIsBad(String fault) {
    arrived(sent(",\"faults\":[\"" + fault + "\"],\"delayMillis\":50"));
  }

  @Test
  void breaksOffTheReceiptAndTakesTheAnswerOnce() {
    String number = sent("");
    byte[] answer = provider.answer(arrived(number), original(17));
    country.post("faults", "{\"answers\":\"DROP\"}");

    assertThatThrownBy(() -> deliver("gateway-client", answer))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(deliver("gateway-client", answer).statusCode()).isEqualTo(200);
    assertThat(exchange(number).path("answersReceived").asInt()).isEqualTo(2);
  }

  @Test
  void isNotReadyForAnswersWhenTold() {
    byte[] answer = provider.answer(arrived(sent("")), original(17));
    country.post("faults", "{\"answers\":\"ERROR\",\"count\":1}");

    assertThat(deliver("gateway-client", answer).statusCode()).isEqualTo(503);
    assertThat(deliver("gateway-client", answer).statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("500件の照会をまとめて送る")
  void asksManyAtOnceAndEachOnce() {
    JsonNode batch =
        country.post(
            "inquiries/batch",
            "{\"count\":500,\"seed\":7,\"provider\":\"" + ISHINOMAKI.value() + "\"}");

    assertThat(batch.path("processingNumbers")).hasSize(500);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> country.gateway().received(REQUESTS).size() >= 500);
    assertThat(country.gateway().received(REQUESTS)).hasSize(500);
  }

  @Test
  @DisplayName("回答を待たず、一定の間隔で照会する")
  void asksAtAFixedRateWhetherOrNotItIsAnswered() {
    JsonNode begun = country.post("loads", load(50));
    JsonNode refused = country.post("loads", load(50));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !country.get("loads/last").path("running").asBoolean());
    JsonNode report = country.get("loads/last?trim=0");

    assertThat(begun.path("count").asInt()).isEqualTo(100);
    assertThat(refused.path("error").asText()).contains("under way");
    assertThat(report.path("asked").asInt()).isEqualTo(100);
    assertThat(report.path("pending").asInt()).isEqualTo(100);
    assertThat(report.path("provided").asInt()).isZero();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> country.gateway().received(REQUESTS).size() >= 100);
    assertThat(country.gateway().received(REQUESTS)).hasSize(100);
  }

  @Test
  void aLoadWithoutARateIsRefused() {
    assertThat(country.post("loads", load(0)).path("error").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("大きさを決めた照会は地方税関係情報を求める")
  void asksForTaxInformationWhenItsAnswersHaveASize() {
    country.post(
        "loads",
        """
        {"provider": "%s", "perSecond": 1, "seconds": 1, "seed": 3, "from": 0, "to": 1000,
         "contentBytes": 20480}
        """
            .formatted(ISHINOMAKI.value()));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !country.get("loads/last").path("running").asBoolean());

    String number =
        StreamSupport.stream(country.get("records?side=INQUIRER").spliterator(), false)
            .filter(record -> record.path("information").asText().equals("TM00000000000002"))
            .map(record -> record.path("processingNumber").asText())
            .findFirst()
            .orElseThrow();
    ProvisionRequest.Body request = arrived(number);
    assertThat(provider.permit(request).information().value()).isEqualTo("TM00000000000002");
    assertThat(request.requestedItems()).isEqualTo(new ContentSize(20_480).items());
  }

  private static String load(int perSecond) {
    return """
        {"provider": "%s", "perSecond": %d, "seconds": 2, "seed": 3, "from": 0, "to": 1000}
        """
        .formatted(ISHINOMAKI.value(), perSecond);
  }

  @Test
  @DisplayName("再起動後も記録は残り、届いていない照会を送る")
  void keepsItsRecordsOverARestartAndSendsWhatIsLeft() {
    country
        .gateway()
        .wireMock()
        .stubFor(post(urlPathEqualTo(REQUESTS)).willReturn(aResponse().withStatus(503)));
    String number = sent("");
    byte[] before = arrivedBytes(number);

    country.restart();
    country.gateway().behaveWell();

    assertThat(arrivedBytes(number)).isEqualTo(before);
    assertThat(exchange(number).path("state").asText()).isEqualTo("PENDING");
    assertThat(records("NETWORK", number)).hasSize(1);
    assertThat(country.get("status").path("listVersion").asInt()).isPositive();
  }

  @Test
  void knowsNothingOfAnExchangeThatNobodyAskedFor() {
    assertThat(country.bean(CoreExchanges.class).find(new ProcessingNumber("UNKNOWN0"))).isEmpty();
  }

  private static void assertRefused(HttpResponse<byte[]> response, int status, ErrorCode code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(XmlMessages.read(Acknowledgement.class, response.body()).body().errorCode())
        .isEqualTo(code.id());
  }

  private List<JsonNode> records(String side, String number) {
    return StreamSupport.stream(country.get("records?side=" + side).spliterator(), false)
        .filter(record -> record.path("processingNumber").asText().equals(number))
        .toList();
  }
}
