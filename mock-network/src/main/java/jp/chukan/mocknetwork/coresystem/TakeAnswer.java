package jp.chukan.mocknetwork.coresystem;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The core takes an answer over: once for each exchange, from the provider that was asked, with its
 * own record and the inquirer's in one transaction.
 */
@Component
public final class TakeAnswer {
  private final CoreExchanges exchanges;
  private final Permits permits;
  private final AnswerRecipient inquirers;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeAnswer(
      CoreExchanges exchanges,
      Permits permits,
      AnswerRecipient inquirers,
      TransactionOperations transaction,
      InstantSource clock) {
    this.exchanges = exchanges;
    this.permits = permits;
    this.inquirers = inquirers;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes an answer; the same answer again changes nothing.
   *
   * @param signer who signed it, as verified
   * @param answer what it says
   * @param digest SHA-256 over the signed bytes
   * @throws InvalidInputException when nobody asked, the signer was not asked, or another answer
   *     was taken before
   */
  public void take(InstitutionCode signer, ProvisionAnswer.Body answer, byte[] digest) {
    transaction.executeWithoutResult(
        status -> {
          Exchange exchange =
              exchanges
                  .hold(answer.processingNumber())
                  .orElseThrow(() -> InvalidInputException.of(ErrorCode.TKM_RECORD_NOT_FOUND));
          if (!signer.equals(exchange.provider())
              || !answer.provider().equals(exchange.provider())
              || !answer.inquirer().equals(exchange.inquirer())) {
            throw InvalidInputException.of(ErrorCode.SCM_FOREIGN_INSTITUTION);
          }
          byte[] taken = exchange.answerDigest();
          if (taken == null) {
            record(exchange, answer, digest);
          } else if (MessageDigest.isEqual(taken, digest)) {
            exchanges.countRepetition(answer.processingNumber());
          } else {
            throw InvalidInputException.of(ErrorCode.TKY_REQUEST_CONFLICT);
          }
        });
  }

  private void record(Exchange exchange, ProvisionAnswer.Body answer, byte[] digest) {
    ProcessingNumber number = exchange.processingNumber();
    PermitId permitId = exchange.permitId();
    Instant permitExpiresAt = permitId == null ? null : permits.expiryOf(permitId).orElse(null);
    exchanges.answered(number, answer.errorCode(), digest, clock.instant());
    inquirers.receive(
        new AnswerRecipient.Handover(
            number,
            exchange.inquirer(),
            exchange.provider(),
            permitId,
            permitExpiresAt,
            answer.envelope(),
            answer.errorCode()));
  }
}
