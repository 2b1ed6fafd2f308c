package jp.chukan.mocknetwork.coresystem;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
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

/**
 * Has a 「提供要求」 sent, and keeps in the record what became of it; after a restart it goes on. While
 * the line is held, requests wait in the database and then go all at once.
 */
@Component
public final class SendProvisionRequest {
  private static final Logger log = LoggerFactory.getLogger(SendProvisionRequest.class);

  /** No more waiting requests than these are in memory. */
  private static final int PORTION = 500;

  private final ServerLink server;
  private final CoreExchanges exchanges;
  private final AnswerRecipient inquirers;
  private final AnswerMunicipality municipalities;
  private final InstitutionDirectory institutions;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private volatile boolean held;

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

  /** Nothing leaves from here on. */
  public void hold() {
    held = true;
  }

  /** Everything that waited leaves, as fast as the server takes it. */
  public void release() {
    held = false;
    sendWhatIsLeft();
  }

  @EventListener(ApplicationReadyEvent.class)
  void sendWhatIsLeft() {
    Instant now = clock.instant();
    Thread.ofVirtual().name("waiting requests").start(() -> sendAll(now));
  }

  private void sendAll(Instant before) {
    for (var portion = exchanges.unsent(before, PORTION);
        !portion.isEmpty() && !held;
        portion = exchanges.unsent(before, PORTION)) {
      CompletableFuture.allOf(
              portion.stream()
                  .map(
                      unsent ->
                          deliver(
                              unsent.processingNumber(),
                              unsent.provider(),
                              unsent.request(),
                              Transport.PLAIN))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  void send(
      ProcessingNumber number, InstitutionCode provider, byte[] request, Transport transport) {
    if (!held) {
      var unused = deliver(number, provider, request, transport);
    }
  }

  /** Ends with whether what became of it could be recorded; never fails. */
  private CompletableFuture<Boolean> deliver(
      ProcessingNumber number, InstitutionCode provider, byte[] request, Transport transport) {
    return server
        .sendProvisionRequest(provider, request, transport)
        .thenAccept(outcome -> record(number, outcome))
        .handle((done, failure) -> failure == null || waits(number, failure));
  }

  private static boolean waits(ProcessingNumber number, Throwable failure) {
    log.warn("{} waits for the server, or could not be recorded", number, failure);
    return false;
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
