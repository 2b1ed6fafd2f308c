package jp.chukan.mocknetwork.coresystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.InquiryAnswer;
import jp.chukan.contract.message.NetworkInquiryReceipt;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.testing.AskingServer;
import jp.chukan.mocknetwork.testing.AskingServer.Question;
import jp.chukan.mocknetwork.testing.Provider;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("対象の市町村の情報照会")
class MunicipalInquiryIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");
  private static final InstitutionCode DIGITAL_AGENCY = new InstitutionCode("1419900000002200");
  private static final String TAX = "TM00000000000002";
  private static final String ACCOUNT = "TM00000000000089";
  private static final String ANSWERS = "/network/" + ISHINOMAKI.value() + "/inquiry-answers";
  private static final List<ItemCode> AMOUNTS =
      List.of(new ItemCode("TK00000000002204"), new ItemCode("TK00000000002228"));

  private final RunningCountry country = RunningCountry.get();
  private final AskingServer server = new AskingServer(country.keys(), ISHINOMAKI);

  @BeforeEach
  void everybodyAnswersAtOnce() {
    country.post("permission-lists", "{}");
    for (InstitutionCode provider : List.of(SETAGAYA, DIGITAL_AGENCY)) {
      behave(
          provider,
          """
          {"seed":1,"shortestMillis":0,"longestMillis":0,"burstMillis":0,"refusedPercent":0,
           "heldPercent":0,"silentPercent":0}
          """);
    }
    country.post("municipalities/" + ISHINOMAKI + "/linkage-codes", "{\"from\":0,\"to\":40}");
  }

  @AfterEach
  void nothingGoesWrongAnyMore() {
    country.post("answer-faults", "{}");
    country.post("core", "{\"checkList\":true}");
  }

  private JsonNode behave(InstitutionCode provider, String behaviour) {
    return country.post("providers/" + provider + "/behaviour", behaviour);
  }

  private LinkageCode person(int resident) {
    Resident one = country.bean(Municipalities.class).resident(ISHINOMAKI, resident);
    return country.bean(Persons.class).codeAt(ISHINOMAKI, one.recordCode()).orElseThrow();
  }

  private Question question(int resident) {
    return new Question(
        "SERVED%014d".formatted(NUMBERS.incrementAndGet()),
        SETAGAYA,
        "027",
        TAX,
        person(resident),
        AMOUNTS);
  }

  private HttpResponse<byte[]> send(String keyName, byte[] signed) {
    return country.send(
        keyName,
        HttpRequest.newBuilder(country.https("/interface/inquiries"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/cms")
            .POST(HttpRequest.BodyPublishers.ofByteArray(signed))
            .build());
  }

  private NetworkInquiryReceipt.Body receipt(byte[] signed) {
    HttpResponse<byte[]> response = send("gateway-client", signed);
    assertThat(response.statusCode()).isEqualTo(200);
    return XmlMessages.read(NetworkInquiryReceipt.class, server.verified(response.body(), NETWORK))
        .body();
  }

  private void ask(Question question) {
    assertThat(receipt(server.signed(question)).errorCode()).isNull();
  }

  /** What came about this exchange, oldest first; nothing is read that the network did not sign. */
  private List<InquiryAnswer.Body> answers(Question question) {
    return arrived().stream()
        .map(server::answer)
        .filter(answer -> answer.processingNumber().value().equals(question.number()))
        .toList();
  }

  private List<byte[]> arrived() {
    return country.gateway().received(ANSWERS).stream().map(request -> request.getBody()).toList();
  }

  private InquiryAnswer.Body answer(Question question) {
    return await().until(() -> answers(question), answers -> !answers.isEmpty()).getFirst();
  }

  private JsonNode original(Question question) {
    return country.get("exchanges/" + question.number() + "/original");
  }

  private void spoil(String fault, String further) {
    country.post("answer-faults", "{\"fault\":\"" + fault + "\"" + further + "}");
  }

  private List<JsonNode> records(String side, Question question) {
    return StreamSupport.stream(country.get("records?side=" + side).spliterator(), false)
        .filter(record -> record.path("processingNumber").asText().equals(question.number()))
        .toList();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test // MS-21, MS-40
  @DisplayName("提供者が照会者の鍵で封じて署名した回答が、許可証と経路情報とともに届く")
  void bringsTheProvidersAnswerWithPermitAndPath() {
    Question question = question(1);

    ask(question);

    InquiryAnswer.Body answer = answer(question);
    ProvisionPermit permit = server.permit(answer);
    InquirerPath path = server.path(answer);
    assertThat(answer.inquirer()).isEqualTo(ISHINOMAKI);
    assertThat(answer.provider()).isEqualTo(SETAGAYA);
    assertThat(permit.processingNumber().value()).isEqualTo(question.number());
    assertThat(permit.inquirer()).isEqualTo(ISHINOMAKI);
    assertThat(path.hops()).containsExactly(NETWORK, ISHINOMAKI);
    assertThat(server.items(answer).keySet()).containsExactlyElementsOf(AMOUNTS);
    Map<ItemCode, @Nullable String> items = server.items(answer);
    AMOUNTS.forEach(
        item ->
            assertThat(items.get(item))
                .matches("[0-9]{1,9}")
                .isEqualTo(original(question).path("items").path(item.value()).asText()));
  }

  @Test
  @DisplayName("受領の要約値は署名された電文の内容に対するもの")
  void givesASignedReceiptOverTheContent() {
    Question question = question(2);
    byte[] content = server.content(question, server.certificate(ISHINOMAKI));

    NetworkInquiryReceipt.Body receipt = receipt(server.sign(ISHINOMAKI, content));

    assertThat(receipt.processingNumber().value()).isEqualTo(question.number());
    assertThat(receipt.inquiryDigest()).isEqualTo(sha256(content));
    assertThat(receipt.errorCode()).isNull();
  }

  @Test
  @DisplayName("同じ内容の照会は署名し直されても一度だけ扱う")
  void takesTheSameInquiryOnceHoweverOftenItComes() {
    Question question = question(3);
    byte[] first = send("gateway-client", server.signed(question)).body();

    byte[] again = send("gateway-client", server.signed(question)).body();

    assertThat(again).isEqualTo(first);
    answer(question);
    assertThat(records("NETWORK", question)).hasSize(1);
    assertThat(records("PROVIDER", question)).hasSize(1);
  }

  @Test
  void takesTheSameInquiryOnceWhenManyComeAtOnce() throws InterruptedException {
    Question question = question(3);
    Callable<String> sending =
        () -> new String(send("gateway-client", server.signed(question)).body(), "ISO-8859-1");
    try (var executor = Executors.newFixedThreadPool(8)) {
      var receipts = executor.invokeAll(Stream.generate(() -> sending).limit(16).toList());

      assertThat(receipts.stream().map(Future::resultNow).distinct()).hasSize(1);
    }
    assertThat(records("PROVIDER", question)).hasSize(1);
  }

  @Test
  @DisplayName("同じ処理通番で内容の異なる照会は断る")
  void refusesOtherContentUnderTheSameNumber() {
    Question question = question(4);
    ask(question);

    NetworkInquiryReceipt.Body receipt =
        receipt(server.signed(question.withItems(AMOUNTS.subList(0, 1))));

    assertThat(receipt.errorCode()).isEqualTo(ErrorCode.TKY_REQUEST_CONFLICT.id());
    assertThat(server.items(answer(question)).keySet()).hasSize(2);
  }

  @Test
  void refusesTheNumberOfAnExchangeOfSomebodyElse() {
    String number =
        country
            .post(
                "inquiries",
                """
                {"inquirer":"0450000000001700","provider":"%s","item":"1","resident":1}
                """
                    .formatted(ISHINOMAKI))
            .path("processingNumber")
            .asText();

    assertThat(receipt(server.signed(question(4).withNumber(number))).errorCode())
        .isEqualTo(ErrorCode.TKY_REQUEST_CONFLICT.id());
    assertThat(country.get("exchanges/" + number).path("state").asText()).isEqualTo("PENDING");
  }

  @Test // MS-103
  @DisplayName("照会許可照合リストにない照会はコアシステムも断り、記録する")
  void refusesOnItsOwnWhatIsNotOnTheList() {
    Question question = question(5).withItem("008");

    assertThat(receipt(server.signed(question)).errorCode())
        .isEqualTo(ErrorCode.TKY_NOT_ON_LIST.id());
    assertThat(records("NETWORK", question))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.path("refusedByCore").asBoolean()).isTrue();
              assertThat(record.path("inquirer").asText()).isEqualTo(ISHINOMAKI.value());
            });
    assertThat(records("PROVIDER", question)).isEmpty();
  }

  @Test // MS-31
  void refusesThePersonOfAnotherInstitution() {
    Resident one = country.bean(Municipalities.class).resident(ISHINOMAKI, 6);
    LinkageCode elsewhere =
        country.bean(Persons.class).codeAt(SETAGAYA, one.recordCode()).orElseThrow();

    assertThat(receipt(server.signed(question(6).withPerson(elsewhere))).errorCode())
        .isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
  }

  @Test // MS-40
  @DisplayName("他の機関の暗号化証明書を添えた照会は断る")
  void refusesTheCertificateOfAnother() {
    Question question = question(7);

    assertThat(
            receipt(server.sign(ISHINOMAKI, server.content(question, server.certificate(TSUKUBA))))
                .errorCode())
        .isEqualTo(ErrorCode.TKY_KEY_UNSUITABLE.id());
  }

  @Test // JN-27
  void refusesAnInquiryThatAnotherMunicipalitySigned() {
    Question question = question(8);
    byte[] content = server.content(question, server.certificate(ISHINOMAKI));

    assertRefused(
        send("gateway-client", server.sign(TSUKUBA, content)),
        400,
        ErrorCode.SCM_FOREIGN_INSTITUTION);
    assertRefused(
        send("gateway-client", server.sign(SETAGAYA, content)),
        400,
        ErrorCode.SCM_CERTIFICATE_INSTITUTION);
    assertRefused(
        send("gateway-client", AlteredBytes.lastByte(server.signed(question))),
        400,
        ErrorCode.SCM_SIGNATURE);
    assertThat(records("NETWORK", question)).isEmpty();
  }

  @Test // JN-01
  void takesInquiriesFromTheRegisteredPlatformOnly() {
    assertRefused(
        send("municipal-client-" + ISHINOMAKI, server.signed(question(9))),
        403,
        ErrorCode.SCM_CLIENT_NOT_REGISTERED);
  }

  private static void assertRefused(HttpResponse<byte[]> response, int status, ErrorCode code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(XmlMessages.read(Acknowledgement.class, response.body()).body().errorCode())
        .isEqualTo(code.id());
  }

  @Test
  @DisplayName("公金受取口座はデジタル庁が答える")
  void answersAboutAccounts() {
    List<ItemCode> items =
        IntStream.rangeClosed(1, 20)
            .mapToObj(n -> new ItemCode("TK000000000890%02d".formatted(n)))
            .toList();
    Question question =
        question(10).withProvider(DIGITAL_AGENCY).withInformation(ACCOUNT).withItems(items);

    ask(question);

    Map<ItemCode, @Nullable String> values = server.items(answer(question));
    assertThat(values.keySet()).containsExactlyElementsOf(items);
    assertThat(values.get(new ItemCode("TK00000000089018"))).matches("[0-9]{7}");
  }

  @Test
  void answersAllItemsOfLocalTaxesInTheirOrder() {
    List<ItemCode> items =
        IntStream.rangeClosed(1, 235)
            .mapToObj(n -> new ItemCode("TK%014d".formatted(2000 + n)))
            .toList();
    Question question = question(11).withItems(items.reversed());

    ask(question);

    assertThat(server.items(answer(question)).keySet()).containsExactlyElementsOf(items);
  }

  @Test
  void refusesWhatTheProviderDoesNotHoldOrNoLayoutHas() {
    country.post("core", "{\"checkList\":false}");
    Question unknown = question(12).withInformation(ACCOUNT);
    Question outside = question(12).withItems(List.of(new ItemCode("TK00000000009999")));

    ask(unknown);
    ask(outside);

    assertThat(server.providerAnswer(answer(unknown)).errorCode())
        .isEqualTo(ErrorCode.TKY_UNKNOWN_INFORMATION.id());
    assertThat(server.providerAnswer(answer(outside)).errorCode())
        .isEqualTo(ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT.id());
  }

  @Test // MS-21
  @DisplayName("提供者が対象の市町村なら、その中間サーバーに提供要求が行き、回答が戻る")
  void asksAServedMunicipalityByItsServer() {
    Question question = question(13).withProvider(TSUKUBA);
    String requests = "/network/" + TSUKUBA + "/provision-requests";
    var provider = new Provider(country.keys());
    byte[] signed = server.signed(question);

    assertThat(receipt(signed).errorCode()).isNull();
    ProvisionRequest.Body request =
        provider.request(
            await()
                .until(() -> country.gateway().received(requests), list -> !list.isEmpty())
                .getFirst()
                .getBody());
    byte[] answer = provider.answer(request, Map.of(AMOUNTS.getFirst(), "1200"));
    country.send(
        "gateway-client",
        HttpRequest.newBuilder(country.https("/interface/answers"))
            .header("Content-Type", "application/cms")
            .POST(HttpRequest.BodyPublishers.ofByteArray(answer))
            .build());

    assertThat(request.requestedItems()).isEqualTo(AMOUNTS);
    assertThat(answer(question).providerAnswer()).isEqualTo(answer);
    assertThat(server.items(answer(question))).containsEntry(AMOUNTS.getFirst(), "1200");
  }

  @Test
  @DisplayName("提供要求が門前で断られたら、ネットワークが自らの理由で答える")
  void answersItselfWhenTheServerOfTheProviderRefusesTheRequest() {
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo("/network/" + TSUKUBA + "/provision-requests"))
                .willReturn(aResponse().withStatus(404)));
    Question question = question(14).withProvider(TSUKUBA);

    ask(question);

    InquiryAnswer.Body answer = answer(question);
    assertThat(answer.errorCode()).isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
    assertThat(answer.providerAnswer()).isNull();
  }

  @Test
  @DisplayName("再起動しても、サーバーが受け取るまで同じ回答を送り続ける")
  void bringsTheSameAnswerUntilTheServerTakesItOverARestart() {
    country
        .gateway()
        .wireMock()
        .stubFor(post(urlPathEqualTo(ANSWERS)).willReturn(aResponse().withStatus(503)));
    Question question = question(15);
    ask(question);
    byte[] before = await().until(this::arrived, list -> !list.isEmpty()).getFirst();

    country.restart();
    country.gateway().behaveWell();

    assertThat(await().until(this::arrived, list -> !list.isEmpty()).getFirst()).isEqualTo(before);
    await().until(() -> waiting() == 0);
  }

  @Test
  @DisplayName("回答前に再起動しても、回答は失われない")
  void answersAfterARestartWhatWasDueBefore() {
    behave(SETAGAYA, "{\"heldPercent\":100}");
    Question question = question(16);
    ask(question);

    country.restart();
    country.post(
        "providers/" + SETAGAYA + "/releases",
        "{\"processingNumber\":\"" + question.number() + "\"}");

    assertThat(server.items(answer(question)).keySet()).containsExactlyElementsOf(AMOUNTS);
  }

  @Test
  @DisplayName("許可証の期限が過ぎたら、提供者は何も送らない")
  void sendsNothingOnceThePermitHasRunOut() {
    behave(SETAGAYA, "{\"heldPercent\":100}");
    Question question = question(36);
    ask(question);
    country
        .bean(JdbcClient.class)
        .sql("update provider_exchange set permit_expires_at = now() where processing_number = ?")
        .param(question.number())
        .update();

    country.post("providers/" + SETAGAYA + "/releases", "{}");

    await().until(() -> original(question).path("state").asText(), "SILENT"::equals);
    assertThat(answers(question)).isEmpty();
    assertThat(country.get("exchanges/" + question.number()).path("state").asText())
        .isEqualTo("PENDING");
  }

  @Test
  @DisplayName("許可証の期限後に届いた回答は、記録されるが照会者に渡らない")
  void passesNoAnswerOnThatComesAfterThePermit() {
    Question question = question(37).withProvider(TSUKUBA);
    String requests = "/network/" + TSUKUBA + "/provision-requests";
    ask(question);
    var provider = new Provider(country.keys());
    ProvisionRequest.Body request =
        provider.request(
            await()
                .until(() -> country.gateway().received(requests), list -> !list.isEmpty())
                .getFirst()
                .getBody());
    country
        .bean(JdbcClient.class)
        .sql("update core_permit set expires_at = now() where processing_number = ?")
        .param(question.number())
        .update();

    country.send(
        "gateway-client",
        HttpRequest.newBuilder(country.https("/interface/answers"))
            .header("Content-Type", "application/cms")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    provider.refusal(request, ErrorCode.TKY_NOT_PROVIDED)))
            .build());

    assertThat(country.get("exchanges/" + question.number()).path("state").asText())
        .isEqualTo("REFUSED");
    assertThat(
            country
                .bean(JdbcClient.class)
                .sql("select count(*) from core_answer_delivery where processing_number = ?")
                .param(question.number())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private int waiting() {
    return country.bean(AnswerDeliveries.class).due(InstantSource.system().instant(), 100).size();
  }

  @Test
  void comesAfterTheServerAndStopsWhenItRefuses() {
    country
        .gateway()
        .wireMock()
        .stubFor(post(urlPathEqualTo(ANSWERS)).willReturn(aResponse().withStatus(400)));
    ask(question(17));

    await().until(() -> arrived().size() == 1);
    await().until(() -> waiting() == 0);
    assertThat(arrived()).hasSize(1);
  }

  @Test
  @DisplayName("承認待ちは命じられて放たれる")
  void holdsWhatHasToBeApproved() {
    behave(SETAGAYA, "{\"heldPercent\":100}");
    Question question = question(18);
    ask(question);

    assertThat(original(question).path("state").asText()).isEqualTo("HELD");
    assertThat(country.post("providers/" + SETAGAYA + "/releases", "{}").path("released").asInt())
        .isPositive();

    answer(question);
    assertThat(original(question).path("state").asText()).isEqualTo("PROVIDED");
  }

  @Test
  void releasesByItselfWhatIsApprovedInTime() {
    behave(SETAGAYA, "{\"heldPercent\":100,\"heldMillis\":50}");
    Question question = question(19);

    ask(question);

    answer(question);
  }

  @Test
  @DisplayName("誰がどうなるかは種と本人で決まり、前もって分かる")
  void decidesAsItSaidBefore() {
    behave(SETAGAYA, "{\"seed\":5,\"refusedPercent\":30,\"heldPercent\":20,\"silentPercent\":20}");
    JsonNode predicted = decisions();
    List<Question> asked = IntStream.range(0, 40).mapToObj(this::question).toList();
    asked.forEach(this::ask);

    for (int i = 0; i < asked.size(); i++) {
      Question question = asked.get(i);
      String expected =
          switch (predicted.path("residents").get(i).path("decision").asText()) {
            case "PROVIDE" -> "PROVIDED";
            case "REFUSE" -> "REFUSED";
            case "HOLD" -> "HELD";
            default -> "SILENT";
          };
      await().until(() -> original(question).path("state").asText(), expected::equals);
    }
    assertThat(predicted.path("counts").size()).isEqualTo(4);
    assertThat(decisions()).isEqualTo(predicted);
    behave(SETAGAYA, "{\"seed\":6}");
    assertThat(decisions()).isNotEqualTo(predicted);
  }

  private JsonNode decisions() {
    return country.get(
        "providers/%s/decisions?municipality=%s&information=%s&from=0&to=40"
            .formatted(SETAGAYA, ISHINOMAKI, TAX));
  }

  @Test
  @DisplayName("三者の記録は同じ照会を同じように述べる")
  void keepsTheSameRecordAtNetworkAndProvider() {
    behave(SETAGAYA, "{\"refusedPercent\":100}");
    Question question = question(20);
    ask(question);
    answer(question);

    JsonNode network = records("NETWORK", question).getFirst();
    JsonNode provider = records("PROVIDER", question).getFirst();

    for (String what :
        List.of(
            "inquirer", "provider", "affair", "procedure", "information", "outcome", "errorCode")) {
      assertThat(provider.path(what)).as(what).isEqualTo(network.path(what));
    }
    assertThat(network.path("errorCode").asText()).isEqualTo(ErrorCode.TKY_NOT_PROVIDED.id());
  }

  @Test
  void sendsAnswersOfABurstAtOneTime() {
    behave(SETAGAYA, "{\"burstMillis\":500}");
    List<Question> asked = List.of(question(21), question(22), question(23));
    asked.forEach(this::ask);

    List<Long> times =
        asked.stream()
            .map(question -> server.providerAnswer(answer(question)).answeredAt().toEpochMilli())
            .toList();
    assertThat(times).allMatch(time -> time % 500 < 450);
  }

  @Test
  void comesTwiceWithTheSameBytes() {
    spoil("DOUBLE", "");
    ask(question(24));

    List<byte[]> arrived = await().until(this::arrived, list -> list.size() == 2);

    assertThat(arrived.get(1)).isEqualTo(arrived.get(0));
  }

  @Test
  void comesAgainWithOtherContent() {
    spoil("CONFLICTING", "");
    Question question = question(25);
    ask(question);

    List<InquiryAnswer.Body> answers =
        await().until(() -> answers(question), list -> list.size() == 2);

    assertThat(server.items(answers.get(1))).isNotEqualTo(server.items(answers.get(0)));
    assertThat(server.items(answers.get(0)).get(AMOUNTS.getLast()))
        .isEqualTo(original(question).path("items").path(AMOUNTS.getLast().value()).asText());
  }

  @Test
  void comesLate() {
    spoil("LATE", ",\"delayMillis\":400");
    Question question = question(26);
    ask(question);

    InquiryAnswer.Body answer = answer(question);

    assertThat(InstantSource.system().instant())
        .isAfterOrEqualTo(answer.answeredAt().plusMillis(400));
  }

  @Test
  void namesAnotherInquirer() {
    spoil("FOREIGN", "");
    Question question = question(27);
    ask(question);

    assertThat(answer(question).inquirer()).isNotEqualTo(ISHINOMAKI);
  }

  @Test
  void namesAnExchangeForWhichNobodyAsked() {
    spoil("UNASKED", "");
    Question question = question(28);
    ask(question);

    InquiryAnswer.Body answer =
        server.answer(await().until(this::arrived, list -> !list.isEmpty()).getFirst());
    assertThat(answer.processingNumber().value()).isNotEqualTo(question.number());
    assertThat(country.bean(CoreExchanges.class).find(answer.processingNumber())).isEmpty();
  }

  @Test
  void holdsAnEnvelopeThatDoesNotOpen() {
    spoil("TAMPERED_ENVELOPE", "");
    Question question = question(29);
    ask(question);
    InquiryAnswer.Body answer = answer(question);

    assertThat(server.providerAnswer(answer).envelope()).isNotNull();
    assertThatThrownBy(() -> server.items(answer))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SCM_ENVELOPE));
  }

  @Test
  void bearsASignatureOfTheNetworkThatDoesNotMatch() {
    spoil("TAMPERED_WRAPPER", "");
    ask(question(30));

    byte[] arrived = await().until(this::arrived, list -> !list.isEmpty()).getFirst();
    assertThatThrownBy(() -> server.answer(arrived)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void bearsTheSignatureOfAnotherProvider() {
    spoil("OTHER_SIGNER", "");
    Question question = question(31);
    ask(question);
    InquiryAnswer.Body answer = answer(question);

    assertThat(answer.provider()).isEqualTo(SETAGAYA);
    assertThatThrownBy(() -> server.providerAnswer(answer))
        .isInstanceOf(InvalidInputException.class);
    assertThat(
            server.verified(
                Objects.requireNonNull(answer.providerAnswer()),
                new InstitutionCode("0450000000001700")))
        .isNotEmpty();
  }

  @Test // JN-13
  void holdsOtherItemsThanWereAskedFor() {
    spoil("OTHER_ITEMS", "");
    Question question = question(32);
    ask(question);

    assertThat(server.items(answer(question)).keySet()).isNotEqualTo(Set.copyOf(AMOUNTS));
  }

  @Test
  void takesAPathThatLeadsToAnother() {
    spoil("WRONG_PATH", "");
    Question question = question(33);
    ask(question);

    assertThat(server.path(answer(question)).hops().getLast()).isNotEqualTo(ISHINOMAKI);
  }

  @Test
  void bringsAPermitThatHasExpired() {
    spoil("EXPIRED_PERMIT", "");
    Question question = question(34);
    ask(question);

    ProvisionPermit permit = server.permit(answer(question));
    assertThat(permit.expiresAt()).isBefore(InstantSource.system().instant());
    assertThat(permit.processingNumber().value()).isEqualTo(question.number());
  }

  @Test
  @DisplayName("誤った回答の後に正しい回答を続けられる")
  void letsTheRightAnswerFollowAFaultyOne() {
    spoil("WRONG_PATH", ",\"thenRight\":true,\"delayMillis\":100");
    Question question = question(35);
    ask(question);

    List<InquiryAnswer.Body> answers =
        await().until(() -> answers(question), list -> list.size() == 2);

    assertThat(server.path(answers.get(1)).hops().getLast()).isEqualTo(ISHINOMAKI);
    assertThat(server.items(answers.get(1)).keySet()).containsExactlyElementsOf(AMOUNTS);
  }
}
