package jp.chukan.mocknetwork.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.municipality.AddresseeHub.Entry;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("宛名管理システム")
class HubIT {
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final BasicInformation SAMPLE =
      new BasicInformation("例示 花子", "茨城県つくば市例示台1番地", LocalDate.of(1990, 1, 1), "2");

  private final RunningCountry country = RunningCountry.get();
  private final AddresseeHub hub = country.bean(AddresseeHub.class);

  private static Entry entry(int addressee, String elevenDigits) {
    return new Entry(
        new AddresseeNumber(String.valueOf(addressee)),
        IndividualNumber.fictitious(elevenDigits),
        SAMPLE);
  }

  private UnifiedAddresseeNumber enter(BusinessSystem system, Entry entry) {
    return hub.enter(TSUKUBA, system, List.of(entry)).getFirst();
  }

  @Test // MS-37
  @DisplayName("団体内統合宛名番号は個人番号の最初の入力で一度だけ付く")
  void assignsANumberOnceAtFirstEntry() {
    Entry person = entry(9_000_001, "99900000001");

    assertThat(enter(BusinessSystem.RESIDENT_RECORDS, person))
        .isEqualTo(enter(BusinessSystem.RESIDENT_RECORDS, person));
  }

  @Test // MS-37
  void assignsOneNumberWhenManyEnterThePersonAtOnce() throws InterruptedException {
    Callable<UnifiedAddresseeNumber> entering =
        () -> enter(BusinessSystem.TAX, entry(9_000_002, "99900000002"));
    try (var executor = Executors.newFixedThreadPool(8)) {
      var numbers = executor.invokeAll(Stream.generate(() -> entering).limit(16).toList());

      assertThat(numbers)
          .extracting(Future::get)
          .containsOnly(enter(BusinessSystem.TAX, entry(9_000_002, "99900000002")));
    }
  }

  @Test // MS-37
  @DisplayName("同じ人々を逆の順に同時に入力しても、待ち合って止まらない")
  void assignsOneNumberWhenTwoSystemsEnterTheSamePersonsTheOtherWayRound()
      throws InterruptedException {
    List<Entry> persons =
        IntStream.range(100, 300).mapToObj(n -> entry(9_100_000 + n, "99800000" + n)).toList();
    Callable<List<UnifiedAddresseeNumber>> there =
        () -> hub.enter(TSUKUBA, BusinessSystem.TAX, persons);
    Callable<List<UnifiedAddresseeNumber>> back =
        () -> hub.enter(TSUKUBA, BusinessSystem.HEALTH_INSURANCE, persons.reversed()).reversed();
    try (var executor = Executors.newFixedThreadPool(4)) {
      var numbers = executor.invokeAll(List.of(there, back, there, back));

      assertThat(numbers)
          .extracting(Future::get)
          .containsOnly(hub.enter(TSUKUBA, BusinessSystem.TAX, persons));
    }
  }

  @Test // MS-33
  @DisplayName("同じ人の二つの宛名番号は一つの団体内統合宛名番号になる")
  void linksTwoAddresseeNumbersOfAPersonToOne() {
    UnifiedAddresseeNumber atTax = enter(BusinessSystem.TAX, entry(9_000_003, "99900000003"));
    UnifiedAddresseeNumber atInsurance =
        enter(BusinessSystem.HEALTH_INSURANCE, entry(8_000_003, "99900000003"));

    assertThat(atTax).isEqualTo(atInsurance);
  }

  @Test // JN-39
  @DisplayName("一つの宛名番号に別人の個人番号は付けられない")
  void refusesAnotherPersonUnderAKnownAddresseeNumber() {
    enter(BusinessSystem.TAX, entry(9_000_004, "99900000004"));

    assertThatThrownBy(() -> enter(BusinessSystem.TAX, entry(9_000_004, "99900000005")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test // MS-44
  @DisplayName("個人番号と4情報は暗号化して保管する")
  void storesNothingPersonalInTheClear() {
    enter(BusinessSystem.TAX, entry(9_000_006, "99900000006"));

    List<byte[]> stored =
        country
            .bean(JdbcClient.class)
            .sql(
                "select individual_number || basic_information || individual_index from hub_person")
            .query(byte[].class)
            .list();
    assertThat(stored)
        .isNotEmpty()
        .noneMatch(
            bytes ->
                new String(bytes, StandardCharsets.UTF_8).contains("例示")
                    || new String(bytes, StandardCharsets.ISO_8859_1).contains("99900000006"));
  }

  @Test // MS-36
  void answersTheServerWithTheBasicInformationOfAPerson() {
    UnifiedAddresseeNumber number = enter(BusinessSystem.TAX, entry(9_000_007, "99900000007"));

    BasicInformationResponse response =
        XmlMessages.read(BasicInformationResponse.class, ask("gateway-client", number).body());

    assertThat(response.body().basicInformation())
        .isEqualTo(
            new BasicInformationResponse.BasicInformation(
                SAMPLE.name(), SAMPLE.address(), SAMPLE.birthDate(), SAMPLE.sex()));
  }

  @Test // MS-36
  @DisplayName("知らない番号には「該当なし」と答える")
  void answersTheServerThatAPersonIsNotFound() {
    HttpResponse<byte[]> response =
        ask("gateway-client", new UnifiedAddresseeNumber("999999999999999"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            XmlMessages.read(BasicInformationResponse.class, response.body())
                .body()
                .basicInformation())
        .isNull();
  }

  @Test // JN-01
  void tellsNobodyElseAnything() {
    HttpResponse<byte[]> response =
        ask("stranger-client", new UnifiedAddresseeNumber("999999999999999"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(XmlMessages.read(Acknowledgement.class, response.body()).body().errorCode())
        .isEqualTo("SCM-0101");
  }

  private HttpResponse<byte[]> ask(String keyName, UnifiedAddresseeNumber number) {
    var request =
        new BasicInformationRequest(
            MessageHeader.request(
                new MessageId("Q-1"),
                BasicInformationRequest.TYPE_ID,
                new SystemIdentifier("K000000001"),
                new SystemIdentifier("T000108220")),
            new BasicInformationRequest.Body(number));
    return country.send(
        keyName,
        HttpRequest.newBuilder(country.https("/hub/" + TSUKUBA.value() + "/basic-information"))
            .header("Content-Type", "application/xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(XmlMessages.write(request)))
            .build());
  }
}
