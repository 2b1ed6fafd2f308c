package jp.chukan.gateway.deadletter;

import java.time.InstantSource;
import java.util.Map;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps what the broker has given up, in the room of its institution and encrypted at rest, until
 * somebody decides about it; once, however often the broker brings it.
 */
@Component("keepDeadLetter")
public final class KeepDeadLetter {
  private static final Logger log = LoggerFactory.getLogger(KeepDeadLetter.class);

  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;
  private final LetterNumbers numbers;
  private final LetterStore store;
  private final PersonalDataCipher cipher;
  private final SerialNumbers serials;
  private final InstantSource clock;
  private final int attempts;

  KeepDeadLetter(
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      LetterNumbers numbers,
      LetterStore store,
      PersonalDataCipher cipher,
      SerialNumbers serials,
      InstantSource clock,
      @Value("${chukan.broker.attempts}") int attempts) {
    this.transactions = transactions;
    this.institutions = institutions;
    this.numbers = numbers;
    this.store = store;
    this.cipher = cipher;
    this.serials = serials;
    this.clock = clock;
    this.attempts = attempts;
  }

  /**
   * @param headers what this server and its broker put on the message
   * @param body as it lay in the queue
   * @throws IllegalStateException when it is of no institution or queue of this server; the broker
   *     keeps it
   */
  public void keep(Map<String, Object> headers, byte[] body) {
    DyingMessage message = DyingMessage.of(headers, body);
    if (institutions.find(message.institution()).isEmpty()) {
      throw new IllegalStateException("a dead letter of an institution that is not served");
    }
    ProcessingNumber exchange = numbers.of(message).orElse(null);
    LetterNumber number = new LetterNumber(serials.nextProcessingNumber().value());
    transactions.run(
        message.institution(),
        () -> {
          byte[] encrypted =
              cipher.encrypt(message.institution(), message.body(), LetterStore.place(number));
          DeadLetter letter =
              new DeadLetter(
                  number,
                  message.kind(),
                  exchange,
                  message.attemptsBefore() + attempts,
                  message.takenOverAt(),
                  clock.instant(),
                  LetterState.KEPT,
                  null);
          if (store.insert(message.institution(), letter, message.messageId(), encrypted)) {
            log.error(
                "{} of {} is a dead letter: {}", message.kind(), message.institution(), number);
          }
        });
  }
}
