package jp.chukan.gateway.municipal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.BasicInformationRequest;
import jp.chukan.contract.message.BasicInformationResponse;
import jp.chukan.contract.message.BasicInformationResponse.BasicInformation;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.TlsTrust;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.municipal.DirectoryAnswer.Found;
import jp.chukan.gateway.municipal.DirectoryAnswer.NotFound;
import jp.chukan.gateway.municipal.DirectoryAnswer.Unavailable;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.ssl.SslBundles;

@DisplayName("宛名管理システムへの4情報の照会")
class AddresseeDirectoryIT {
  private static final String PATH = "/hub/" + ISHINOMAKI + "/basic-information";
  private static final SystemIdentifier SERVER = new SystemIdentifier("K000000001");
  private static final SystemIdentifier HUB = new SystemIdentifier("T000104202");
  private static final UnifiedAddresseeNumber ADDRESSEE = new UnifiedAddresseeNumber("8001");
  private static final BasicInformation PERSON =
      new BasicInformation("架空 花子", "宮城県石巻市架空町1番地", LocalDate.parse("1980-01-01"), "2");

  private final RunningGateway gateway = RunningGateway.shared();
  private final AddresseeDirectory directory = gateway.context().getBean(AddresseeDirectory.class);

  @Test // MS-36
  @DisplayName("4情報が返る")
  void aKnownPersonIsFound() {
    answer(okXml(response(HUB, SERVER, PERSON)));
    assertThat(directory.ask(ISHINOMAKI, ADDRESSEE)).isEqualTo(new Found(PERSON));
    gateway
        .network()
        .verify(
            postRequestedFor(urlEqualTo(PATH))
                .withHeader("Content-Type", equalTo("application/xml")));
    assertThat(question()).isEqualTo(ADDRESSEE);
  }

  @Test // MS-36
  @DisplayName("該当者なし")
  void anUnknownPersonIsNotFound() {
    answer(okXml(response(HUB, SERVER, null)));
    assertThat(directory.ask(ISHINOMAKI, ADDRESSEE)).isEqualTo(new NotFound());
  }

  static Stream<Arguments> answersThatCannotBeBelieved() {
    String sound = response(HUB, SERVER, PERSON);
    String padding = "<!--" + "x".repeat(1 << 20) + "-->";
    return Stream.of(
        Arguments.of("not-xml", aResponse().withBody("サーバーエラー")),
        Arguments.of("empty-body", aResponse().withStatus(200)),
        Arguments.of(
            "unknown-element",
            okXml(sound.replace("<Name>", "<KojinNo>000000000000</KojinNo><Name>"))),
        Arguments.of("sex-of-another-form", okXml(sound.replace("<Sex>2<", "<Sex>女<"))),
        Arguments.of("doctype", okXml(sound.replaceFirst("<IF_FGU", "<!DOCTYPE x []><IF_FGU"))),
        Arguments.of(
            "from-another-system",
            okXml(response(new SystemIdentifier("T000108220"), SERVER, PERSON))),
        Arguments.of("for-another-system", okXml(response(HUB, HUB, PERSON))),
        Arguments.of("too-large", okXml(sound + padding)),
        Arguments.of("status-500", aResponse().withStatus(500).withBody(sound)),
        Arguments.of(
            "redirected-elsewhere",
            aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/")),
        Arguments.of("connection-reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
        Arguments.of("connection-dropped", aResponse().withFault(Fault.EMPTY_RESPONSE)),
        Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));
  }

  @ParameterizedTest(name = "{0}") // MS-36, JN-05, JN-12
  @MethodSource("answersThatCannotBeBelieved")
  void anAnswerThatCannotBeBelievedSaysNothingAboutThePerson(
      String defect, ResponseDefinitionBuilder hub) {
    answer(hub);
    assertThat(directory.ask(ISHINOMAKI, ADDRESSEE)).isEqualTo(new Unavailable());
    assertThat(newestCommunication()).containsExactly("SENT", "IF_FGU_10301_R01", "FGU-0106");
  }

  static Stream<Arguments> answersThatComeTooLate() {
    String sound = response(HUB, SERVER, PERSON);
    return Stream.of(
        Arguments.of("slow", okXml(sound).withFixedDelay(60_000)),
        Arguments.of("trickling", okXml(sound).withChunkedDribbleDelay(60, 60_000)));
  }

  @ParameterizedTest(name = "{0}") // MS-36
  @MethodSource("answersThatComeTooLate")
  void anAnswerThatComesTooLateIsNotWaitedFor(String defect, ResponseDefinitionBuilder hub) {
    answer(hub);
    assertThat(impatient().ask(ISHINOMAKI, ADDRESSEE)).isEqualTo(new Unavailable());
  }

  @Test // MS-90
  void aHubOfAnInstitutionThatIsNotServedIsNotAsked() {
    assertThatThrownBy(() -> directory.ask(STRANGER, ADDRESSEE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAnswerPrintsNothingOfThePerson() {
    assertThat(new Found(PERSON).toString()).isEqualTo("Found[redacted]");
  }

  /** The same directory with less patience. */
  private AddresseeDirectory impatient() {
    var context = gateway.context();
    return new AddresseeDirectory(
        context.getBean(ServedInstitutions.class),
        context.getBean(InstitutionTransactions.class),
        context.getBean(CommunicationLog.class),
        context.getBean(SerialNumbers.class),
        context.getBean(InstantSource.class),
        context.getBean(SslBundles.class),
        context.getBean(TlsTrust.class),
        SERVER.value(),
        Duration.ofSeconds(1));
  }

  private void answer(ResponseDefinitionBuilder hub) {
    gateway.network().stubFor(post(urlEqualTo(PATH)).willReturn(hub));
  }

  private UnifiedAddresseeNumber question() {
    byte[] asked =
        gateway.network().findAll(postRequestedFor(urlEqualTo(PATH))).getLast().getBody();
    return XmlMessages.read(BasicInformationRequest.class, asked).body().addressee();
  }

  private static String response(
      SystemIdentifier source, SystemIdentifier destination, @Nullable BasicInformation person) {
    MessageHeader header =
        MessageHeader.request(
                new MessageId("Q-1"), BasicInformationRequest.TYPE_ID, destination, source)
            .answer(
                new MessageId("A-1"),
                BasicInformationResponse.TYPE_ID,
                null,
                MessageHeader.ACCEPTED);
    return new String(
        XmlMessages.write(
            new BasicInformationResponse(header, new BasicInformationResponse.Body(person))),
        StandardCharsets.UTF_8);
  }

  private List<String> newestCommunication() {
    return gateway
        .database()
        .everything()
        .sql(
            """
            select direction, message_type, error_code from communication
             where institution_code = ? order by id desc limit 1
            """)
        .param(ISHINOMAKI.value())
        .query(
            (row, index) ->
                List.of(row.getString(1), row.getString(2), String.valueOf(row.getString(3))))
        .single();
  }
}
