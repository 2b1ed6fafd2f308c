package jp.chukan.mocknetwork.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.BorderWatch.Found;
import jp.chukan.mocknetwork.connection.ClientIdentity;
import jp.chukan.mocknetwork.connection.GatewayConnection;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("中間サーバーとの境を越えるものの見張り")
class BorderIT {
  private static final RunningCountry COUNTRY = RunningCountry.get();
  private static final InstitutionCode TSUKUBA = new InstitutionCode("0220108220101700");
  private static final ResidentRecordCode CODE = new ResidentRecordCode("08220955555");
  private static final IndividualNumber NUMBER = IndividualNumber.fictitious("08220955555");

  private final BorderWatch watch = COUNTRY.bean(BorderWatch.class);

  @BeforeEach
  void watch() {
    watch.begin();
  }

  @AfterEach
  void end() {
    watch.end();
  }

  private List<Found> found() {
    return watch.found(Stream.of(NUMBER), Stream.of(CODE));
  }

  private void send(String path, String body) {
    COUNTRY
        .bean(GatewayConnection.class)
        .sendOnceOnly(
            GatewayRequest.post(
                ClientIdentity.municipality(TSUKUBA), path, GatewayRequest.XML, bytes(body)))
        .join();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test // MS-31
  @DisplayName("サーバーへ送る電文に紛れた個人番号を見つけ、値は言わない")
  void aNumberPlantedInAMessageToTheServerIsFound() {
    send("/municipal/notices", "<Text>" + NUMBER.value() + "</Text>");

    assertThat(found())
        .containsExactlyInAnyOrder(
            new Found("個人番号", "municipal/notices"), new Found("住民票コード", "municipal/notices"));
    assertThat(found().toString()).doesNotContain(NUMBER.value()).doesNotContain(CODE.value());
  }

  @Test // MS-31
  void oneInAnAddressIsFoundToo() {
    send("/municipal/notices?of=" + CODE.value(), "<Text/>");

    assertThat(found()).containsExactly(new Found("住民票コード", "municipal/notices"));
  }

  @Test // MS-31
  @DisplayName("サーバーから来る要求の中身も、断ったものも見る")
  void aNumberThatComesFromTheServerIsFound() throws InterruptedException {
    // it is searched when the answer is out
    var searched = new CountDownLatch(1);
    Runnable deaf = watch.follow(crossing -> searched.countDown());
    var response =
        COUNTRY.send(
            "gateway-client",
            HttpRequest.newBuilder(COUNTRY.https("/interface/answers"))
                .header("Content-Type", GatewayRequest.CMS)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes("x" + CODE.value())))
                .build());

    assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(searched.await(10, TimeUnit.SECONDS)).isTrue();
    deaf.run();
    assertThat(found()).containsExactly(new Found("住民票コード", "interface/answers"));
  }

  @Test
  @DisplayName("封の中身も見る")
  void whatWasInAnEnvelopeIsSearched() {
    watch.enclosed(
        TSUKUBA, "inquirer/opened-answer", bytes("<Value>" + NUMBER.value() + "</Value>"));

    assertThat(found()).contains(new Found("個人番号", "inquirer/opened-answer"));
  }

  @Test
  void otherNumbersAreNone() {
    send("/municipal/notices", "<Text>08220955556 20261121083000123</Text>");

    assertThat(found()).isEmpty();
    assertThat(watch.seen()).anySatisfy(seen -> assertThat(seen.messages()).isPositive());
  }

  @Test
  @DisplayName("見張らない間は何も覚えない")
  void nothingIsKeptWhileItIsOff() {
    watch.end();
    send("/municipal/notices", "<Text>" + NUMBER.value() + "</Text>");

    assertThat(found()).isEmpty();
    assertThat(watch.seen()).isEmpty();
  }
}
