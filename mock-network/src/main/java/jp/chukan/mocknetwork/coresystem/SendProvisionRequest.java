package jp.chukan.mocknetwork.coresystem;

import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Has a 「提供要求」 sent, and keeps in the record what became of it; after a restart it goes on. */
@Component
final class SendProvisionRequest {
  private static final Logger log = LoggerFactory.getLogger(SendProvisionRequest.class);
  private final ServerLink server;
  private final CoreExchanges exchanges;
  private final AnswerRecipient inquirers;
  private final AnswerMunicipality municipalities;
  private final InstitutionDirectory institutions;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  SendProvisionRequest(
      ServerLink server,
      CoreExchanges exchanges,
      AnswerRecipient inquirers,
      AnswerMunicipality municipalities,
      InstitutionDirectory institutions,
      TransactionOperations transaction,
      InstantSource clock) {
    this.server = server;
    this.exchanges = exchanges;
    this.inquirers = inquirers;
    this.municipalities = municipalities;
    this.institutions = institutions;
    this.transaction = transaction;
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
    var unused =
        server
            .sendProvisionRequest(provider, request, transport)
            .thenAccept(outcome -> record(number, outcome))
            .exceptionally(failure -> logFailure(number, failure));
  }

  private static @Nullable Void logFailure(ProcessingNumber number, Throwable failure) {
    log.warn("{} waits for the server, or could not be recorded", number, failure);
    return null;
  }

  private void record(ProcessingNumber number, ServerLink.Outcome outcome) {
    switch (outcome) {
      case ServerLink.Outcome.Accepted() -> exchanges.accepted(number, clock.instant());
      case ServerLink.Outcome.Refused(var errorCode) ->
          transaction.executeWithoutResult(status -> refusedAtEdge(number, errorCode));
    }
  }

  private void refusedAtEdge(ProcessingNumber number, @Nullable String errorCode) {
    if (exchanges.refusedAtEdge(number, errorCode, clock.instant())) {
      exchanges.find(number).ifPresent(exchange -> tellInquirer(exchange, errorCode));
    }
  }

  private void tellInquirer(Exchange exchange, @Nullable String errorCode) {
    if (institutions.isServed(exchange.inquirer())) {
      municipalities.refused(exchange, errorCode);
    } else {
      inquirers.receive(
          new AnswerRecipient.Handover(
              exchange.processingNumber(),
              exchange.inquirer(),
              exchange.provider(),
              null,
              null,
              null,
              String.valueOf(errorCode)));
    }
  }
}
