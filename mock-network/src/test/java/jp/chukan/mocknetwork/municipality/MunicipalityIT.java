package jp.chukan.mocknetwork.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeNotice;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.testing.GatewayStandIn;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("市町村の一日")
class MunicipalityIT {
  private static final InstitutionCode NETWORK = new InstitutionCode("0030099000001700");
  private static final String ISHINOMAKI = "0220104202101700";
  private static final String ADACHI = "0220113121101700";

  private final RunningCountry country = RunningCountry.get();

  @Test // MS-32, MS-34
  @DisplayName("宛名管理が番号を送り、処理通番が住基ネットを通り、符号が届く")
  void acquiresCodesByTheRegisterNetwork() {
    JsonNode requested =
        country.post("municipalities/" + ISHINOMAKI + "/linkage-codes", "{\"from\":0,\"to\":20}");

    assertThat(requested.path("requested").asInt()).isEqualTo(20);
    assertThat(requested.path("refused").asInt()).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(notices(ISHINOMAKI))
                    .anySatisfy(
                        notice -> {
                          assertThat(notice.institution().value()).isEqualTo(ISHINOMAKI);
                          assertThat(notice.notices()).hasSize(20);
                          assertThat(notice.notices())
                              .extracting(LinkageCodeNotice.Notice::linkageCode)
                              .doesNotHaveDuplicates();
                        }));
    await().until(() -> noticed(ISHINOMAKI) >= 20);
  }

  @Test
  void asksOncePerPersonHoweverOftenItIsTold() {
    String path = "municipalities/" + ISHINOMAKI + "/linkage-codes";
    country.post(path, "{\"from\":30,\"to\":33}");
    country.gateway().behaveWell();

    JsonNode again = country.post(path, "{\"from\":30,\"to\":33}");

    assertThat(again.path("requested").asInt()).isEqualTo(3);
    assertThat(country.gateway().received("/municipal/linkage-codes")).isEmpty();
  }

  @Test
  void asksAgainForWhoeverWasRefused() {
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo("/municipal/linkage-codes"))
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(
                            GatewayStandIn.acknowledgement(ErrorCode.FGU_AFFAIR_NOT_ALLOWED))));
    String path = "municipalities/" + ADACHI + "/linkage-codes";

    assertThat(country.post(path, "{\"from\":40,\"to\":42}").path("refused").asInt()).isEqualTo(2);
    country.gateway().behaveWell();
    assertThat(country.post(path, "{\"from\":40,\"to\":42}").path("requested").asInt())
        .isEqualTo(2);
  }

  @Test // MS-31
  @DisplayName("個人番号と住民票コードはサーバーへの電文に現れない")
  void sendsNoIndividualNumberToTheServer() {
    country.post("municipalities/" + ADACHI + "/linkage-codes", "{\"from\":0,\"to\":50}");
    country.post("municipalities/" + ADACHI + "/replicas", "{\"from\":0,\"to\":50}");

    Set<String> secret = new HashSet<>();
    for (Resident resident :
        country.bean(Municipalities.class).residents(new InstitutionCode(ADACHI), 0, 50)) {
      secret.add(resident.individualNumber().value());
      secret.add(resident.recordCode().value());
    }
    List<LoggedRequest> sent = country.gateway().wireMock().findAll(anyRequestedFor(anyUrl()));
    assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
    assertThat(sent)
        .allSatisfy(
            request ->
                assertThat(secret)
                    .noneMatch(
                        value ->
                            new String(request.getBody(), StandardCharsets.UTF_8).contains(value)));
  }

  @Test // MS-35, MS-18
  void namesTheAffairAndThePurpose() {
    country.post("municipalities/" + ADACHI + "/linkage-codes", "{\"from\":60,\"to\":61}");

    var request =
        XmlMessages.read(
            LinkageCodeAcquisitionRequest.class,
            country.gateway().received("/municipal/linkage-codes").getFirst().getBody());
    assertThat(request.body().acquisitions())
        .singleElement()
        .satisfies(
            acquisition -> assertThat(acquisition.affair()).isEqualTo(RequestLinkageCodes.AFFAIR));
  }

  @Test // MS-58
  @DisplayName("世帯情報を副本として送る")
  void registersTheHouseholdInformation() {
    JsonNode counts =
        country.post("municipalities/" + ISHINOMAKI + "/replicas", "{\"from\":0,\"to\":100}");

    assertThat(counts.path("accepted").asInt()).isEqualTo(100);
    String body = attachment();
    assertThat(body)
        .contains("<TK00000000000101 Version=\"1\"", "ReasonOfNull=\"NotAcceptable\"")
        .contains("<AutoResponseProhibited>1<", "<NonDisclosureCode>1<");
  }

  @Test // MS-60, MS-33
  @DisplayName("他の業務システムの副本も宛名管理を通る")
  void putsTheUnifiedNumberInThePlaceOfTheBusinessSystemsOwn() {
    var adachi = new InstitutionCode(ADACHI);
    Resident resident = country.bean(Municipalities.class).resident(adachi, 70);
    var ownNumber = new AddresseeNumber("777000070");
    var unified =
        country
            .bean(AddresseeHub.class)
            .enter(
                adachi,
                BusinessSystem.TAX,
                List.of(
                    new AddresseeHub.Entry(
                        ownNumber, resident.individualNumber(), resident.basicInformation())))
            .getFirst();

    var counts =
        country
            .bean(SubmitReplicas.class)
            .submit(
                adachi,
                BusinessSystem.TAX,
                List.of(
                    new SubmitReplicas.Submission(
                        ownNumber,
                        resident.householdInformation(),
                        resident.underSupport(),
                        resident.updatedAt())));

    assertThat(counts.accepted()).isEqualTo(1);
    assertThat(attachment())
        .contains("<IntegratedAddressNumber>" + unified.value() + "<")
        .doesNotContain(ownNumber.value());
  }

  @Test // MS-60
  @DisplayName("税務は地方税関係情報を宛名管理を通して登録する")
  void registersTheTaxInformationOfTheTaxSystem() {
    JsonNode counts =
        country.post(
            "municipalities/" + ADACHI + "/replicas", "{\"system\":\"TAX\",\"from\":80,\"to\":83}");

    assertThat(counts.path("accepted").asInt()).isEqualTo(3);
    assertThat(attachment())
        .contains("TM00000000000002", "<TK00000000002204 ", "<TK00000000002235")
        .doesNotContain("70000080");
  }

  @Test // MS-37, MS-33
  @DisplayName("税務だけが知る人にも番号が付き、4情報に答えられる")
  void knowsWhomTheTaxSystemAloneKnows() {
    var adachi = new InstitutionCode(ADACHI);
    var municipalities = country.bean(Municipalities.class);
    Member owner = municipalities.members(adachi, BusinessSystem.TAX, 1000, 1001).getFirst();

    var number = municipalities.enter(adachi, BusinessSystem.TAX, 1000, 1001).getFirst();

    assertThat(owner.resident().basicInformation().address()).doesNotContain("足立区");
    assertThat(country.bean(AddresseeHub.class).basicInformation(adachi, number))
        .contains(owner.resident().basicInformation());
    assertThat(municipalities.enter(adachi, BusinessSystem.TAX, 90, 91))
        .isEqualTo(municipalities.enter(adachi, BusinessSystem.RESIDENT_RECORDS, 90, 91));
  }

  @Test // MS-59
  @DisplayName("世帯主変更は世帯全員の副本をすぐに更新する")
  void sendsTheWholeHouseholdWhenItsHeadChanges() {
    var tsukuba = new InstitutionCode("0220108220101700");
    Resident spouse =
        country.bean(Municipalities.class).residents(tsukuba, 0, 1000).stream()
            .filter(
                resident ->
                    resident.householdInformation() instanceof HouseholdInformation.Member member
                        && member.relationship().equals("妻"))
            .findFirst()
            .orElseThrow();

    JsonNode counts =
        country.post(
            "municipalities/" + tsukuba.value() + "/residents/" + spouse.index() + "/head", "{}");

    assertThat(counts.path("accepted").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(attachment()).contains(spouse.basicInformation().name());
    assertThat(
            country
                .get("municipalities/" + tsukuba.value() + "/residents/" + spouse.index())
                .path("head")
                .asBoolean())
        .isTrue();
  }

  /** Everything that was registered since the gateway behaves well: other systems register too. */
  private String attachment() {
    return country.gateway().received("/municipal/replicas").stream()
        .map(request -> new String(request.getBody(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private int noticed(String institution) {
    return country.get("municipalities/" + institution + "/linkage-codes").path("noticed").asInt();
  }

  private List<LinkageCodeNotice.Body> notices(String institution) {
    return country.gateway().received("/network/" + institution + "/linkage-codes").stream()
        .map(
            request ->
                country
                    .bean(DocumentVerifier.class)
                    .verify(new RawSignedDocument(request.getBody()), NETWORK))
        .map(document -> XmlMessages.read(LinkageCodeNotice.class, document.content()).body())
        .toList();
  }
}
