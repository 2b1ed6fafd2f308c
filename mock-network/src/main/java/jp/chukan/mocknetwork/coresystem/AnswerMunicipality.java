package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.mocknetwork.coresystem.InquiryAnswers.Parts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Passes the provider's answer on to the served municipality that asked, with permit and path: kept
 * in the transaction of the core's own record, and sent from there.
 */
@Component
final class AnswerMunicipality {
  private static final Logger log = LoggerFactory.getLogger(AnswerMunicipality.class);
  private static final Duration AFTER_A_FAULTY_ONE = Duration.ofSeconds(1);
  private final TakenInquiries inquiries;
  private final Permits permits;
  private final InquiryAnswers answers;
  private final FaultyAnswers faulty;
  private final AnswerDeliveries deliveries;
  private final InstantSource clock;

  AnswerMunicipality(
      TakenInquiries inquiries,
      Permits permits,
      InquiryAnswers answers,
      FaultyAnswers faulty,
      AnswerDeliveries deliveries,
      InstantSource clock) {
    this.inquiries = inquiries;
    this.permits = permits;
    this.answers = answers;
    this.faulty = faulty;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** The provider answered; an answer after the end of its permit goes nowhere. */
  void provided(Exchange exchange, byte[] providerAnswer, @Nullable Spoilt spoilt) {
    Instant now = clock.instant();
    PermitId permitId = exchange.permitId();
    if (permitId == null || !permits.expiryOf(permitId).map(now::isBefore).orElse(false)) {
      log.warn("{} was answered after its permit had run out", exchange.processingNumber());
      return;
    }
    var right =
        new Parts(
            exchange.processingNumber(),
            exchange.inquirer(),
            exchange.provider(),
            now,
            permits.document(permitId),
            inquiries.path(exchange.processingNumber()),
            providerAnswer,
            null);
    if (spoilt == null) {
      keep(exchange, 1, answers.signed(right), now);
    } else {
      keepSpoilt(exchange, right, spoilt, now);
    }
  }

  private void keepSpoilt(Exchange exchange, Parts right, Spoilt spoilt, Instant now) {
    Spoiling spoiling = spoilt.spoiling();
    byte[] first = answers.signed(right);
    switch (spoiling.fault()) {
      case LATE -> keep(exchange, 1, first, now.plus(spoiling.delay()));
      case DOUBLE -> {
        keep(exchange, 1, first, now);
        keep(exchange, 2, first, now.plus(AFTER_A_FAULTY_ONE));
      }
      case CONFLICTING -> {
        keep(exchange, 1, first, now);
        keep(exchange, 2, faulty(right, spoilt), now.plus(AFTER_A_FAULTY_ONE));
      }
      case FOREIGN,
          UNASKED,
          TAMPERED_ENVELOPE,
          TAMPERED_WRAPPER,
          OTHER_SIGNER,
          OTHER_ITEMS,
          WRONG_PATH,
          EXPIRED_PERMIT -> {
        keep(exchange, 1, faulty(right, spoilt), now);
        if (spoiling.thenRight()) {
          keep(exchange, 2, first, now.plus(spoiling.delay()));
        }
      }
    }
  }

  private byte[] faulty(Parts right, Spoilt spoilt) {
    return faulty.signed(spoilt.spoiling().fault(), right, spoilt.providerAnswer());
  }

  /**
   * The request did not get through to the provider.
   *
   * @param errorCode identifier of the catalogue, null when nobody said why
   */
  void refused(Exchange exchange, @Nullable String errorCode) {
    Instant now = clock.instant();
    byte[] refusal =
        answers.signed(
            new Parts(
                exchange.processingNumber(),
                exchange.inquirer(),
                exchange.provider(),
                now,
                null,
                null,
                null,
                errorCode == null ? ErrorCode.TKY_NOT_PROVIDED.id() : errorCode));
    keep(exchange, 1, refusal, now);
  }

  private void keep(Exchange exchange, int sequence, byte[] message, Instant dueAt) {
    deliveries.keep(exchange.processingNumber(), sequence, exchange.inquirer(), message, dueAt);
  }
}
