package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a business system registers answers an inquirer, both by the one layout that is shipped. */
@DisplayName("地方税関係情報と公金受取口座の提供")
class ProvideShippedInformationIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final SpecificPersonalInformationCode ACCOUNT =
      new SpecificPersonalInformationCode("TM00000000000089");
  private static final ItemCode PER_CAPITA = new ItemCode("TK00000000002204");
  private static final ItemCode PER_INCOME = new ItemCode("TK00000000002228");
  private static final ItemCode BANK = new ItemCode("TK00000000089008");
  private static final ItemCode ACCOUNT_NUMBER = new ItemCode("TK00000000089018");
  private static final ItemCode HOLDER = new ItemCode("TK00000000089020");
  private static final LayoutEdition EDITION = new LayoutEdition("2");

  private final RunningGateway gateway = RunningGateway.shared();
  private final DecryptionKey inquirersKey =
      gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256);
  private final ProvisionDraft draft =
      new ProvisionDraft(gateway.keys().networkSigner(), inquirersKey, Clock.systemUTC().instant());
  private final ProvisionExchange exchange = new ProvisionExchange(gateway, draft);

  static Stream<Arguments> copies() {
    return Stream.of(
        Arguments.of(
            TAX,
            "TK00000000002000",
            List.of(
                new Item(new ItemCode("TK00000000002001"), "架空"),
                new Item(PER_CAPITA, "3500"),
                new Item(PER_INCOME, "128000")),
            List.of(PER_INCOME, PER_CAPITA),
            List.of(new Item(PER_CAPITA, "3500"), new Item(PER_INCOME, "128000"))),
        Arguments.of(
            ACCOUNT,
            "TK00000000089000",
            List.of(
                new Item(BANK, "9900"),
                new Item(ACCOUNT_NUMBER, "0000001"),
                new Item(HOLDER, "カクウ　タロウ")),
            List.of(ACCOUNT_NUMBER, BANK),
            List.of(new Item(BANK, "9900"), new Item(ACCOUNT_NUMBER, "0000001"))));
  }

  @ParameterizedTest(name = "{0}") // MS-03, MS-14, MS-15, MS-50, MS-60
  @MethodSource("copies")
  void whatWasRegisteredIsProvidedWithExactlyTheAskedItems(
      SpecificPersonalInformationCode information,
      String dataSet,
      List<Item> registered,
      List<ItemCode> asked,
      List<Item> expected)
      throws IOException, InterruptedException {
    ask(information, asked);
    register(information, new ItemCode(dataSet), registered);
    exchange.askAbout(exchange.freshAddressee());

    exchange.deliver();

    ProvidedInformation provided = open(answer());
    assertThat(provided.information()).isEqualTo(information);
    assertThat(provided.edition()).isEqualTo(EDITION);
    assertThat(provided.items()).containsExactlyElementsOf(expected);
  }

  /** Attempt: the inquirer may ask for 地方税関係情報 and reaches for the account as well. */
  @Test // MS-14, JN-08
  void anItemOutsideTheLayoutIsRefusedWhateverIsStored() throws IOException, InterruptedException {
    ask(TAX, List.of(PER_CAPITA, BANK));
    register(TAX, new ItemCode("TK00000000002000"), List.of(new Item(PER_CAPITA, "3500")));
    exchange.askAbout(exchange.freshAddressee());

    exchange.deliver();

    ProvisionAnswer.Body answer = answer();
    assertThat(answer.errorCode()).isEqualTo(ErrorCode.TKY_ITEM_OUTSIDE_LAYOUT.id());
    assertThat(answer.envelope()).isNull();
  }

  private void ask(SpecificPersonalInformationCode information, List<ItemCode> items)
      throws IOException, InterruptedException {
    draft.provider = ADACHI;
    draft.information = information;
    draft.items = items;
    exchange.permit();
  }

  private ProvisionAnswer.Body answer() {
    byte[] sent =
        await().atMost(AT_MOST).until(exchange::sentAnswer, Optional::isPresent).orElseThrow();
    return exchange.answer(sent).orElseThrow();
  }

  private ProvidedInformation open(ProvisionAnswer.Body answer) {
    DocumentVerifier verifier =
        new DocumentVerifier(gateway.keys().authority().trustAnchors(), Clock.systemUTC());
    byte[] content =
        new EnvelopeOpener(inquirersKey, verifier, Clock.systemUTC())
            .open(
                Objects.requireNonNull(answer.envelope()),
                new EnvelopeBinding(
                    draft.number,
                    draft.permitId,
                    MINISTER,
                    inquirersKey.keyId(),
                    draft.profile,
                    draft.permitExpiresAt),
                ADACHI)
            .content();
    return XmlDocuments.read(ProvidedInformation.class, content);
  }

  private void register(
      SpecificPersonalInformationCode information, ItemCode dataSet, List<Item> items)
      throws IOException, InterruptedException {
    String file = "DBM_20113_ATTACH_0.xml";
    MessageHeader header =
        MessageHeader.request(
            new MessageId(draft.number.value()),
            ReplicaRegistrationRequest.TYPE_ID,
            new SystemIdentifier("T000113121"),
            new SystemIdentifier("K000000001"));
    byte[] message =
        XmlMessages.write(
            new ReplicaRegistrationRequest(
                header,
                new ReplicaRegistrationRequest.Body(
                    new DepartmentCode("3595119900"), new UserId("zeimu01"), file, "1")));
    HttpResponse<String> response =
        gateway.post(
            "municipal-client-" + ADACHI,
            "/municipal/replicas",
            "multipart/form-data; boundary=of-a-test",
            (part("message", message)
                    + part(
                        "attachment\"; filename=\"" + file, attachment(information, dataSet, items))
                    + "--of-a-test--\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            XmlMessages.read(
                    ReplicaRegistrationResult.class,
                    response.body().getBytes(StandardCharsets.UTF_8))
                .body())
        .isEqualTo(new ReplicaRegistrationResult.Body(1, 0, List.of()));
  }

  private static String part(String name, byte[] content) {
    return "--of-a-test\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, new String(content, StandardCharsets.UTF_8));
  }

  private byte[] attachment(
      SpecificPersonalInformationCode information, ItemCode dataSet, List<Item> items)
      throws IOException {
    Instant updated = Instant.parse("2026-10-01T00:00:00Z");
    var bytes = new ByteArrayOutputStream();
    try (var writer =
        new RegistrationAttachmentWriter(
            bytes, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      writer.write(
          new RegistrationRecord(
              new RecordIdentificationNumber(draft.number.value()),
              new UnifiedAddresseeNumber(exchange.freshAddressee()),
              information,
              dataSet,
              "1",
              EDITION,
              null,
              LocalDate.parse("2025-10-01"),
              null,
              null,
              null,
              null,
              items.stream()
                  .map(item -> new ReplicaItem(item.code(), item.value(), "1", updated))
                  .toList()));
    }
    return bytes.toByteArray();
  }
}
