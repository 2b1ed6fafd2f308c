package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.chukan.mocknetwork.coresystem.AnswerDeliveries.Delivery;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings answers to the servers of the municipalities that asked, again and again until each is
 * taken or refused: neither a restart here nor one there loses any.
 */
@Component
public final class DeliverInquiryAnswers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeliverInquiryAnswers.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int AT_ONCE = 32;
  private static final int LONGEST_PAUSE_SECONDS = 5;
  private final AnswerDeliveries deliveries;
  private final ServerLink server;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("inquiry-answers", PAUSE, this::round);

  DeliverInquiryAnswers(AnswerDeliveries deliveries, ServerLink server, InstantSource clock) {
    this.deliveries = deliveries;
    this.server = server;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds.start();
  }

  /** Whether so many answers wait for a server that providers should not make more. */
  public boolean isCongested() {
    return deliveries.areCongested();
  }

  /** There may be something to bring. */
  public void wake() {
    rounds.wake();
  }

  private boolean round() {
    List<Delivery> due = deliveries.due(clock.instant(), AT_ONCE);
    List<CompletableFuture<Void>> underWay = new ArrayList<>();
    for (Delivery delivery : due) {
      underWay.add(
          server
              .offerInquiryAnswer(delivery.institution(), delivery.message())
              .thenAccept(outcome -> record(delivery, outcome))
              .exceptionally(
                  failure -> {
                    postpone(delivery, failure);
                    return null;
                  }));
    }
    CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    return due.size() == AT_ONCE;
  }

  private void record(Delivery delivery, ServerLink.Outcome outcome) {
    switch (outcome) {
      case ServerLink.Outcome.Accepted() -> deliveries.ended(delivery, null, clock.instant());
      case ServerLink.Outcome.Refused(var errorCode) -> {
        log.info("the answer to {} is refused: {}", delivery.processingNumber(), errorCode);
        deliveries.ended(delivery, String.valueOf(errorCode), clock.instant());
      }
    }
  }

  private void postpone(Delivery delivery, Throwable failure) {
    log.debug("the answer to {} waits for the server", delivery.processingNumber(), failure);
    int seconds = Math.min(LONGEST_PAUSE_SECONDS, 1 + delivery.attempts());
    deliveries.postponed(delivery, clock.instant().plusSeconds(seconds));
  }

  @Override
  public void close() {
    rounds.close();
  }
}
