package jp.chukan.mocknetwork.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("国の各システムをつなぐ線")
class LinkIT {
  private static final String PLACE = "08220";
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);
  private static final CountrySystem SERVER = new CountrySystem(SystemKind.MUNICIPAL_SERVER, PLACE);
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private static final RunningCountry COUNTRY = RunningCountry.get();

  private final Systems systems = COUNTRY.bean(Systems.class);
  private final CommunicationLog log = COUNTRY.bean(CommunicationLog.class);

  record Sample(int number) {}

  record Reply(int doubled) {}

  @BeforeAll
  static void openADoor() {
    COUNTRY
        .bean(Systems.class)
        .doorOf(SERVER)
        .takes(
            "link-test",
            SystemKind.RESIDENT_RECORDS,
            Sample.class,
            (from, sample) -> {
              if (sample.number() < 0) {
                throw new RefusedCallException(Fault.UNKNOWN, "number");
              }
              TAKEN.incrementAndGet();
              return new Reply(2 * sample.number());
            });
  }

  @AfterEach
  void everythingRuns() {
    systems.doorOf(SERVER).setRunning(true);
  }

  private Reply send(Object message) {
    return systems.send(RECORDS, SERVER, "link-test", message, Reply.class);
  }

  @Test
  void whoMaySendIsAnswered() {
    assertThat(send(new Sample(21))).isEqualTo(new Reply(42));
  }

  @ParameterizedTest // JN-01 MU-19 MU-21
  @DisplayName("市町村CSと宛名管理など、線のない相手とはTLSの接続からできない")
  @CsvSource({
    "MUNICIPAL_SERVER, 08220, ADDRESSEE_HUB, 08220",
    "PREFECTURAL_SERVER, 08, ADDRESSEE_HUB, 08220",
    "ADDRESSEE_HUB, 08220, MUNICIPAL_SERVER, 08220",
    "ADDRESSEE_HUB, 08220, PREFECTURAL_SERVER, 08",
    "ADDRESSEE_HUB, 08220, CORE_SYSTEM, ''",
    "RESIDENT_RECORDS, 08220, CORE_SYSTEM, ''",
    "RESIDENT_RECORDS, 13121, MUNICIPAL_SERVER, 08220"
  })
  void aForbiddenLinkEndsInTheHandshakeAndIsLogged(
      SystemKind from, String fromPlace, SystemKind to, String toPlace) {
    var caller = new CountrySystem(from, fromPlace);
    var called = new CountrySystem(to, toPlace);

    assertThatThrownBy(() -> connect(caller.keyName(), called)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> systems.send(caller, called, "link-test", new Sample(1), Reply.class))
        .isInstanceOf(ForbiddenLinkException.class);
    assertThat(everything())
        .anySatisfy(
            one -> {
              assertThat(one.from()).isEqualTo(caller);
              assertThat(one.to()).isEqualTo(called);
              assertThat(one.fault()).contains(Fault.FORBIDDEN_LINK);
            });
  }

  @ParameterizedTest // JN-01
  @CsvSource({"gateway-client", "stranger-client", "network-client"})
  void whoIsNoSystemOfTheCountryGetsNothing(String keyName) {
    int before = TAKEN.get();

    assertThatThrownBy(() -> connect(keyName, SERVER)).isInstanceOf(IOException.class);
    assertThat(TAKEN).hasValue(before);
  }

  @Test // JN-05 JN-08
  @DisplayName("電文にない項目、足りない項目、形の違う項目は、その名を示して断る")
  void anUnknownMissingOrMisshapenFieldIsNamed() {
    record More(int number, String surprise) {}
    record Less() {}
    record Other(String number) {}

    assertRefused(new More(1, "x"), Fault.MALFORMED, "surprise");
    assertRefused(new Less(), Fault.MALFORMED, "number");
    assertRefused(new Other("one"), Fault.MALFORMED, "number");
  }

  @Test // JN-09
  void whatOneKindSendsIsNotTakenFromAnother() {
    systems
        .doorOf(SERVER)
        .takes(
            "link-test-of-applications",
            SystemKind.APPLICATIONS,
            Sample.class,
            (from, sample) -> new Reply(0));

    assertThatThrownBy(
            () ->
                systems.send(
                    RECORDS, SERVER, "link-test-of-applications", new Sample(1), Reply.class))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.FORBIDDEN_SENDER));
  }

  @Test // JN-02 JN-12
  @DisplayName("通信は一件ずつ、断ったものも記録される")
  void eachCommunicationIsLoggedTheRefusedToo() {
    List<Communication> before = everything();
    send(new Sample(3));
    assertRefused(new Sample(-1), Fault.UNKNOWN, "number");

    List<Communication> logged =
        everything().stream().skip(before.size()).filter(one -> one.to().equals(SERVER)).toList();
    assertThat(logged)
        .filteredOn(one -> one.message().equals("link-test"))
        .extracting(Communication::fault)
        .containsExactly(Optional.empty(), Optional.of(Fault.UNKNOWN));
  }

  @Test
  @DisplayName("止まっている相手への電文は残り、動き出すと順に届く")
  void whatIsKeptArrivesWhenTheReceiverIsBack() {
    systems.doorOf(SERVER).setRunning(false);
    assertThatThrownBy(() -> send(new Sample(1))).isInstanceOf(UnreachableSystemException.class);
    var messages = COUNTRY.bean(KeptMessages.class);
    int before = TAKEN.get();
    messages.keep(RECORDS, SERVER, "link-test", new Sample(1));
    messages.keep(RECORDS, SERVER, "link-test", new Sample(-1));
    messages.keep(RECORDS, SERVER, "link-test", new Sample(2));
    assertThat(TAKEN).hasValue(before);

    systems.doorOf(SERVER).setRunning(true);

    await().untilAtomic(TAKEN, equalTo(before + 2));
  }

  private void assertRefused(Object message, Fault fault, String place) {
    assertThatThrownBy(() -> send(message))
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.place()).isEqualTo(place);
            });
  }

  private List<Communication> everything() {
    return log.after(0, Integer.MAX_VALUE);
  }

  private HttpResponse<String> connect(String keyName, CountrySystem called)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().sslContext(COUNTRY.keys().context(keyName)).build()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create("https://localhost:" + systems.doorOf(called).port() + "/link-test"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"number\":1}"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
