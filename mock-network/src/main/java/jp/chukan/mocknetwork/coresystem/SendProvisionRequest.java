package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a 「提供要求」 sent, and keeps in the record what became of it; after a restart it goes on. */
@Component
final class SendProvisionRequest {
  private static final Logger log = LoggerFactory.getLogger(SendProvisionRequest.class);
  private final ServerLink server;
  private final CoreExchanges exchanges;
  private final AnswerRecipient inquirers;
  private final InstantSource clock;

  SendProvisionRequest(
      ServerLink server, CoreExchanges exchanges, AnswerRecipient inquirers, InstantSource clock) {
    this.server = server;
    this.exchanges = exchanges;
    this.inquirers = inquirers;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void sendWhatIsLeft() {
    exchanges
        .unsent()
        .forEach(
            unsent ->
                send(
                    unsent.processingNumber(),
                    unsent.provider(),
                    unsent.request(),
                    Transport.PLAIN));
  }

  void send(
      ProcessingNumber number, InstitutionCode provider, byte[] request, Transport transport) {
    server
        .sendProvisionRequest(provider, request, transport)
        .whenComplete((outcome, failure) -> record(number, outcome, failure));
  }

  private void record(
      ProcessingNumber number, ServerLink.@Nullable Outcome outcome, @Nullable Throwable failure) {
    switch (outcome) {
      case null -> log.warn("{} waits for the server", number, failure);
      case ServerLink.Outcome.Accepted() -> exchanges.accepted(number, clock.instant());
      case ServerLink.Outcome.Refused(var errorCode) -> refusedAtEdge(number, errorCode);
    }
  }

  private void refusedAtEdge(ProcessingNumber number, @Nullable String errorCode) {
    exchanges.refusedAtEdge(number, errorCode, clock.instant());
    exchanges
        .find(number)
        .ifPresent(
            exchange ->
                inquirers.receive(
                    new AnswerRecipient.Handover(
                        number,
                        exchange.inquirer(),
                        exchange.provider(),
                        null,
                        null,
                        null,
                        String.valueOf(errorCode))));
  }
}
