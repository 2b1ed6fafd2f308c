package jp.chukan.mocknetwork.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.coresystem.DeliverInquiryAnswers;
import jp.chukan.mocknetwork.coresystem.TakeAnswer;
import jp.chukan.mocknetwork.provider.ProviderExchange.State;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the answers of the providers to the network when their time has come. An answer is made
 * only then, and not while too many still wait for a server: what is pending is a row, not a
 * message.
 */
@Component
final class AnswerWhenDue implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AnswerWhenDue.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int AT_ONCE = 64;
  private static final int MAKERS = 3;
  private final ProviderExchanges exchanges;
  private final ProviderAnswers answers;
  private final TakeAnswer core;
  private final DeliverInquiryAnswers deliveries;
  private final TransactionOperations transaction;
  private final InstantSource clock;
  private final ExecutorService makers =
      Executors.newFixedThreadPool(MAKERS, Thread.ofVirtual().name("provider-", 0).factory());
  private final Rounds rounds = new Rounds("providers", PAUSE, this::round);

  AnswerWhenDue(
      ProviderExchanges exchanges,
      ProviderAnswers answers,
      TakeAnswer core,
      DeliverInquiryAnswers deliveries,
      TransactionOperations transaction,
      InstantSource clock) {
    this.exchanges = exchanges;
    this.answers = answers;
    this.core = core;
    this.deliveries = deliveries;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds.start();
  }

  private boolean round() {
    if (deliveries.isCongested()) {
      return false;
    }
    List<ProviderExchange> due = exchanges.due(clock.instant(), AT_ONCE);
    CompletableFuture.allOf(
            due.stream()
                .map(exchange -> CompletableFuture.runAsync(() -> answer(exchange), makers))
                .toArray(CompletableFuture[]::new))
        .join();
    if (!due.isEmpty()) {
      deliveries.wake();
    }
    return due.size() == AT_ONCE;
  }

  private void answer(ProviderExchange exchange) {
    Instant now = clock.instant();
    if (!now.isBefore(exchange.permitExpiresAt())) {
      log.warn("the permit of {} has run out", exchange.processingNumber());
      exchanges.silenced(exchange.processingNumber());
      return;
    }
    try {
      give(exchange, now);
    } catch (InvalidInputException e) {
      log.warn("{} cannot be answered", exchange.processingNumber(), e);
      exchanges.silenced(exchange.processingNumber());
    }
  }

  private void give(ProviderExchange exchange, Instant now) {
    ProviderAnswers.Answer right = answers.right(exchange, now);
    var spoilt = answers.spoilt(exchange, right, now);
    transaction.executeWithoutResult(
        status -> {
          core.take(exchange.provider(), right.body(), right.signed(), spoilt);
          exchanges.answered(
              exchange.processingNumber(),
              exchange.errorCode() == null ? State.PROVIDED : State.REFUSED,
              now);
        });
  }

  @Override
  public void close() {
    rounds.close();
    makers.shutdownNow();
  }
}
