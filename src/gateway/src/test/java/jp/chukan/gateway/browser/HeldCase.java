package jp.chukan.gateway.browser;

import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.ProvisionExchange;
import jp.chukan.gateway.testing.RunningGateway;

/**
 * A 「提供要求」 that came through the door of the network and is held, because there is nothing to
 * answer with.
 *
 * @param id 「受付番号」 of the case
 */
record HeldCase(
    RunningGateway gateway, ProvisionDraft draft, ProvisionExchange exchange, String id) {
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  static HeldCase at(RunningGateway gateway, InstitutionCode provider) {
    ProvisionDraft draft =
        new ProvisionDraft(
            gateway.keys().networkSigner(),
            gateway.keys().authority().decryptionKey(MINISTER, KeyKind.EC_P256),
            gateway.context().getBean(InstantSource.class).instant());
    draft.provider = provider;
    ProvisionExchange exchange = new ProvisionExchange(gateway, draft);
    try {
      exchange.permit();
      exchange.askAbout(exchange.freshAddressee());
      exchange.deliver();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    String id =
        await()
            .atMost(AT_MOST)
            .until(() -> caseOf(gateway, draft), Optional::isPresent)
            .orElseThrow();
    return new HeldCase(gateway, draft, exchange, id);
  }

  private static Optional<String> caseOf(RunningGateway gateway, ProvisionDraft draft) {
    return gateway
        .database()
        .everything()
        .sql("select case_id from approval_case where processing_number = ?")
        .param(draft.number.value())
        .query(String.class)
        .optional();
  }

  /** 「処理通番」. */
  String number() {
    return draft.number.value();
  }
}
