package jp.chukan.mocknetwork.coresystem;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The core takes an answer over: once for each exchange, from the provider that was asked, with its
 * own record and the inquirer's in one transaction. A served municipality that asked gets it by its
 * server.
 */
@Component
public final class TakeAnswer {
  private final CoreExchanges exchanges;
  private final Permits permits;
  private final AnswerRecipient inquirers;
  private final AnswerMunicipality municipalities;
  private final InstitutionDirectory institutions;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  TakeAnswer(
      CoreExchanges exchanges,
      Permits permits,
      AnswerRecipient inquirers,
      AnswerMunicipality municipalities,
      InstitutionDirectory institutions,
      TransactionOperations transaction,
      InstantSource clock) {
    this.exchanges = exchanges;
    this.permits = permits;
    this.inquirers = inquirers;
    this.municipalities = municipalities;
    this.institutions = institutions;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes an answer; the same answer again changes nothing.
   *
   * @param signer who signed it, as verified
   * @param answer what it says
   * @param signed the same as the provider signed it
   * @return SHA-256 over the signed bytes
   * @throws InvalidInputException when nobody asked, the signer was not asked, or another answer
   *     was taken before
   */
  public byte[] take(InstitutionCode signer, ProvisionAnswer.Body answer, byte[] signed) {
    return take(signer, answer, signed, null);
  }

  /**
   * The same; the right answer goes into the records, and the inquirer gets it as it is spoilt.
   *
   * @param spoilt how it is spoilt on its way, null for not at all
   */
  public byte[] take(
      InstitutionCode signer, ProvisionAnswer.Body answer, byte[] signed, @Nullable Spoilt spoilt) {
    byte[] digest = sha256(signed);
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
            passOn(exchange, answer, signed, spoilt);
          } else if (MessageDigest.isEqual(taken, digest)) {
            exchanges.countRepetition(answer.processingNumber());
          } else {
            throw InvalidInputException.of(ErrorCode.TKY_REQUEST_CONFLICT);
          }
        });
    return digest;
  }

  private void record(Exchange exchange, ProvisionAnswer.Body answer, byte[] digest) {
    exchanges.answered(exchange.processingNumber(), answer.errorCode(), digest, clock.instant());
  }

  private void passOn(
      Exchange exchange, ProvisionAnswer.Body answer, byte[] signed, @Nullable Spoilt spoilt) {
    if (institutions.isServed(exchange.inquirer())) {
      municipalities.provided(exchange, signed, spoilt);
      return;
    }
    PermitId permitId = exchange.permitId();
    Instant permitExpiresAt = permitId == null ? null : permits.expiryOf(permitId).orElse(null);
    inquirers.receive(
        new AnswerRecipient.Handover(
            exchange.processingNumber(),
            exchange.inquirer(),
            exchange.provider(),
            permitId,
            permitExpiresAt,
            answer.envelope(),
            answer.errorCode()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
