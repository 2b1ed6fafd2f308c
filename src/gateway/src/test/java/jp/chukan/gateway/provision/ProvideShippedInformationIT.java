package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.EnvelopeOpener;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ProvisionAnswer;
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
  private static final LayoutEdition EDITION = ProvisionExchange.EDITION;

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
    exchange.register(new ItemCode(dataSet), ResponseMode.AUTOMATIC, registered);
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
    exchange.register(
        new ItemCode("TK00000000002000"),
        ResponseMode.AUTOMATIC,
        List.of(new Item(PER_CAPITA, "3500")));
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
}
