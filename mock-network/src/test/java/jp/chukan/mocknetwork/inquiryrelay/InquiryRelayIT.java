package jp.chukan.mocknetwork.inquiryrelay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import jp.chukan.mocknetwork.municipality.Member;
import jp.chukan.mocknetwork.municipality.Municipalities;
import jp.chukan.mocknetwork.testing.GatewayStandIn;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("宛名管理システムを通る情報照会")
class InquiryRelayIT {
  private static final AtomicInteger SECONDS = new AtomicInteger();
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final String STRANGER = "000000999999999";

  private final RunningCountry country = RunningCountry.get();

  @BeforeEach
  void enterPersons() {
    country.post(
        "municipalities/" + ISHINOMAKI + "/entries", "{\"from\":0,\"to\":5,\"system\":\"TAX\"}");
    country.post(
        "municipalities/" + ISHINOMAKI + "/entries",
        "{\"from\":0,\"to\":5,\"system\":\"HEALTH_INSURANCE\"}");
  }

  private InquiryRelay relay() {
    return country.bean(InquiryRelay.class);
  }

  private static InquiryFileName name() {
    return InquiryFileName.first(
        Instant.parse("2026-11-01T00:00:00Z").plusSeconds(SECONDS.incrementAndGet()));
  }

  private Member member(BusinessSystem system, int position) {
    return country
        .bean(Municipalities.class)
        .members(ISHINOMAKI, system, position, position + 1)
        .getFirst();
  }

  private String number(BusinessSystem system, int position) {
    return member(system, position).addresseeNumber().value();
  }

  private UnifiedAddresseeNumber unified(BusinessSystem system, int position) {
    return country
        .bean(Municipalities.class)
        .enter(ISHINOMAKI, system, position, position + 1)
        .getFirst();
  }

  private static String line(InstitutionCode inquirer, String addressee, int n) {
    return String.join(
            ",",
            new InquiryLine(
                    new AddresseeNumber(addressee),
                    null,
                    Instant.parse("2026-11-01T00:00:00Z").plusMillis(n),
                    new DepartmentCode("3595115400"),
                    new UserId("hub-batch"),
                    inquirer,
                    new NonDisclosureCode("0"),
                    new AffairCode("JM01000000027000"),
                    new ProcedureCode("JT01010000027001"),
                    null,
                    null,
                    new ProviderDesignation("0220113112101700"),
                    new SpecificPersonalInformationCode("TM00000000000002"),
                    null,
                    null)
                .fields())
        + "\r\n";
  }

  private static byte[] file(String... addressees) {
    var content = new StringBuilder();
    for (int i = 0; i < addressees.length; i++) {
      content.append(line(ISHINOMAKI, addressees[i], i));
    }
    return content.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private RelayedFile handIn(BusinessSystem system, byte[] content) {
    return relay().handIn(ISHINOMAKI, system, name(), content);
  }

  private List<ResultLine> result(RelayedFile file) {
    return ResultFileReader.read(
        await()
            .until(
                () -> relay().result(ISHINOMAKI, file.system(), file.reference()),
                Optional::isPresent)
            .orElseThrow(),
        ResultEncoding.UTF_8);
  }

  private List<InquiryLine> sent(RelayedFile file) {
    byte[] content =
        await()
            .until(
                () -> Optional.ofNullable(country.gateway().inquiryFiles().get(file.sentName())),
                Optional::isPresent)
            .orElseThrow();
    return InquiryFileReader.read(content).lines().stream()
        .map(line -> ((InquiryFileLine.Readable) line).line())
        .toList();
  }

  @Test // MS-24, MS-33
  @DisplayName("業務の宛名番号に団体内統合宛名番号を添えて送り、結果は元の項目に戻して返す")
  void sendsTheNumberOfTheHubAndGivesBackTheFieldAsItWas() {
    RelayedFile file =
        handIn(
            BusinessSystem.TAX, file(number(BusinessSystem.TAX, 0), number(BusinessSystem.TAX, 1)));

    List<ResultLine> result = result(file);

    assertThat(sent(file))
        .extracting(InquiryLine::unifiedAddressee)
        .containsExactly(unified(BusinessSystem.TAX, 0), unified(BusinessSystem.TAX, 1));
    assertThat(result)
        .extracting(line -> line.field(InquiryField.ADDRESSEE))
        .containsExactly(number(BusinessSystem.TAX, 0), number(BusinessSystem.TAX, 1));
    assertThat(result)
        .extracting(line -> line.field(InquiryField.UNIFIED_ADDRESSEE))
        .containsOnly(" ".repeat(15));
    // the stand-in gives the number that came as the only value
    assertThat(result.getFirst().values()).containsExactly(unified(BusinessSystem.TAX, 0).value());
  }

  @Test // MS-24
  @DisplayName("登録のない宛名番号の行は送られず、その行の位置に理由が返る")
  void tellsALineBackWhoseNumberNobodyHas() {
    RelayedFile file =
        handIn(
            BusinessSystem.TAX,
            file(number(BusinessSystem.TAX, 0), STRANGER, number(BusinessSystem.TAX, 1)));

    List<ResultLine> result = result(file);

    assertThat(file.toldBack()).isEqualTo(1);
    assertThat(sent(file)).hasSize(2);
    assertThat(result)
        .extracting(ResultLine::status)
        .containsExactly(InquiryStatus.COMPLETED, InquiryStatus.REFUSED, InquiryStatus.COMPLETED);
    assertThat(result.get(1).message()).isEqualTo(ToldBack.UNKNOWN_ADDRESSEE);
    assertThat(result.get(1).field(InquiryField.ADDRESSEE)).isEqualTo(STRANGER);
  }

  @Test
  @DisplayName("後から登録された人も、送られなかった行のままである")
  void keepsToldBackWhomItComesToKnowLater() {
    country
        .gateway()
        .wireMock()
        .stubFor(put(urlPathMatching("/municipal/.*")).willReturn(aResponse().withStatus(503)));
    String later = number(BusinessSystem.TAX, 7 + SECONDS.incrementAndGet());
    RelayedFile file = handIn(BusinessSystem.TAX, file(number(BusinessSystem.TAX, 0), later));
    country.post(
        "municipalities/" + ISHINOMAKI + "/entries", "{\"from\":0,\"to\":200,\"system\":\"TAX\"}");

    country.gateway().behaveWell();

    assertThat(result(file))
        .extracting(ResultLine::status)
        .containsExactly(InquiryStatus.COMPLETED, InquiryStatus.REFUSED);
  }

  @Test
  void sendsNothingWhenNobodyIsKnown() {
    RelayedFile file = handIn(BusinessSystem.TAX, file(STRANGER));

    assertThat(result(file)).extracting(ResultLine::status).containsOnly(InquiryStatus.REFUSED);
    assertThat(country.gateway().inquiryFiles()).doesNotContainKey(file.sentName());
  }

  @Test
  void tellsBackALineThatCannotBeRead() {
    byte[] content =
        (line(ISHINOMAKI, number(BusinessSystem.TAX, 0), 0) + "one,two\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    List<ResultLine> result = result(handIn(BusinessSystem.TAX, content));

    assertThat(result.get(1).status()).isEqualTo(InquiryStatus.MALFORMED);
    assertThat(result.get(1).errorCode()).isEqualTo(ErrorCode.SKI_FIELD_COUNT);
  }

  @Test // MS-24
  @DisplayName("結果は照会した業務システムだけに渡る")
  void handsTheResultToTheSystemThatAskedAlone() {
    RelayedFile file = handIn(BusinessSystem.TAX, file(number(BusinessSystem.TAX, 2)));
    result(file);

    for (BusinessSystem system : BusinessSystem.values()) {
      assertThat(relay().result(ISHINOMAKI, system, file.reference()).isPresent())
          .isEqualTo(system == BusinessSystem.TAX);
    }
    assertThat(relay().result(TSUKUBA, BusinessSystem.TAX, file.reference())).isEmpty();
  }

  @Test // MS-33
  @DisplayName("同じ名のファイルも、業務システムごとに別のファイルである")
  void keepsApartFilesOfOneNameFromTwoSystems() {
    InquiryFileName name = name();
    RelayedFile ofTax =
        relay().handIn(ISHINOMAKI, BusinessSystem.TAX, name, file(number(BusinessSystem.TAX, 3)));
    RelayedFile ofInsurance =
        relay()
            .handIn(
                ISHINOMAKI,
                BusinessSystem.HEALTH_INSURANCE,
                name,
                file(number(BusinessSystem.HEALTH_INSURANCE, 3)));

    assertThat(ofTax.sentName()).isNotEqualTo(ofInsurance.sentName());
    assertThat(result(ofTax).getFirst().values())
        .isEqualTo(result(ofInsurance).getFirst().values())
        .containsExactly(unified(BusinessSystem.TAX, 3).value());
    assertThat(result(ofInsurance).getFirst().field(InquiryField.ADDRESSEE))
        .isEqualTo(number(BusinessSystem.HEALTH_INSURANCE, 3));
  }

  @Test
  void takesTheSameFileOnce() {
    InquiryFileName name = name();
    byte[] content = file(number(BusinessSystem.TAX, 4));
    RelayedFile first = relay().handIn(ISHINOMAKI, BusinessSystem.TAX, name, content);

    RelayedFile again = relay().handIn(ISHINOMAKI, BusinessSystem.TAX, name, content);

    assertThat(again.reference()).isEqualTo(first.reference());
    assertThatThrownBy(() -> relay().handIn(ISHINOMAKI, BusinessSystem.TAX, name, file(STRANGER)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SKI_FILE_CONFLICT));
  }

  @Test
  void refusesTheFileOfAnotherMunicipality() {
    byte[] content =
        line(TSUKUBA, number(BusinessSystem.TAX, 0), 0).getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> handIn(BusinessSystem.TAX, content))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SKI_SEVERAL_INSTITUTIONS));
  }

  @Test
  void tellsWhyTheServerRefusedTheFile() {
    country
        .gateway()
        .wireMock()
        .stubFor(
            put(urlPathMatching("/municipal/.*"))
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(GatewayStandIn.acknowledgement(ErrorCode.SKI_FILE_NAME))));
    RelayedFile file = handIn(BusinessSystem.TAX, file(number(BusinessSystem.TAX, 0)));

    await().until(() -> found(file).state() == RelayedFile.State.REFUSED);
    assertThat(found(file).errorCode()).isEqualTo(ErrorCode.SKI_FILE_NAME.id());
  }

  private RelayedFile found(RelayedFile file) {
    return relay().find(ISHINOMAKI, file.reference()).orElseThrow();
  }

  @Test
  @DisplayName("再起動しても、預かったファイルは送られ、結果が取られる")
  void goesOnAfterARestart() {
    country
        .gateway()
        .wireMock()
        .stubFor(put(urlPathMatching("/municipal/.*")).willReturn(aResponse().withStatus(503)));
    RelayedFile file = handIn(BusinessSystem.TAX, file(number(BusinessSystem.TAX, 0)));

    country.restart();
    country.gateway().behaveWell();

    assertThat(result(file)).hasSize(1);
  }

  @Test // MS-44
  @DisplayName("預かった照会と結果は暗号化して保管する")
  void storesNothingPersonalInTheClear() {
    RelayedFile file = handIn(BusinessSystem.TAX, file(number(BusinessSystem.TAX, 1)));
    result(file);

    List<byte[]> stored =
        country
            .bean(JdbcClient.class)
            .sql("select original || result || digest from hub_inquiry_file where reference = ?")
            .param(file.reference().value())
            .query(byte[].class)
            .list();
    assertThat(stored)
        .singleElement()
        .satisfies(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain("TM000")
                    .doesNotContain(number(BusinessSystem.TAX, 1)));
  }

  @Test // MS-24
  @DisplayName("一件の照会も宛名管理を通り、照会した業務システムだけが結果を見る")
  void relaysASingleInquiryBothWays() {
    String path = "municipalities/" + ISHINOMAKI + "/inquiries";
    JsonNode asked = country.post(path, order("\"person\":1"));

    assertThat(country.gateway().inquiries().getLast().addressee())
        .isEqualTo(unified(BusinessSystem.TAX, 1));
    String reference = asked.path("reference").asText();
    JsonNode result = country.get(path + "/" + reference + "?system=TAX");
    assertThat(result.path("complete").asBoolean()).isTrue();
    assertThat(result.path("addresseeNumber").asText()).isEqualTo(number(BusinessSystem.TAX, 1));
    assertThat(country.get(path + "/" + reference + "?system=RESIDENT_RECORDS").isMissingNode())
        .isTrue();
  }

  @Test
  void doesNotSendASingleInquiryAboutAStranger() {
    int before = country.gateway().inquiries().size();

    JsonNode asked =
        country.post(
            "municipalities/" + ISHINOMAKI + "/inquiries",
            order("\"addresseeNumber\":\"" + STRANGER + "\""));

    assertThat(asked.path("message").asText()).isEqualTo(ToldBack.UNKNOWN_ADDRESSEE);
    assertThat(country.gateway().inquiries()).hasSize(before);
  }

  private static String order(String person) {
    return """
        {"system":"TAX",%s,"information":"TM00000000000002","provider":"13112","item":"27"}
        """
        .formatted(person);
  }

  @Test
  @DisplayName("多くの行は一万行ずつのファイルに分かれる")
  void writesFilesOfTenThousandLinesAndHandsThemInTogether() {
    JsonNode files =
        country.post(
            "municipalities/" + ISHINOMAKI + "/inquiry-files",
            """
            {"system":"TAX","information":"TM00000000000002","item":"27","from":0,"to":5,
             "providers":["13112","0220114100101700"],"lines":10003,"unknown":2}
            """);

    assertThat(IntStream.range(0, 2).mapToObj(i -> files.get(i).path("lines").asInt()))
        .containsExactly(10_000, 3);
    assertThat(files.get(0).path("toldBack").asInt()).isEqualTo(2);
    String path =
        "municipalities/"
            + ISHINOMAKI
            + "/inquiry-files/"
            + files.get(1).path("reference").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> country.get(path).path("file").path("state").asText(), "COMPLETE"::equals);
    assertThat(country.get(path).path("server").path("complete").asBoolean()).isTrue();
    assertThat(country.get(path + "/comparison").path("notCompared").asInt()).isEqualTo(3);
  }
}
