package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks an authority while a message waits: once at a time, and not again for a while when it
 * failed, so that a source that is gone costs little.
 */
@Component
final class AskWhileWaiting {
  private static final Logger log = LoggerFactory.getLogger(AskWhileWaiting.class);
  private static final int MOST_REMEMBERED = 1_000;

  /**
   * What failed.
   *
   * @param serial null for everything at this address
   */
  private record Question(URI address, @Nullable BigInteger serial) {}

  private final RevocationSettings settings;
  private final FetchRevocation fetch;
  private final HeldEvidence held;
  private final InstantSource clock;
  private final ReentrantLock asking = new ReentrantLock();
  private final Map<Question, Instant> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  AskWhileWaiting(
      RevocationSettings settings, FetchRevocation fetch, HeldEvidence held, InstantSource clock) {
    this.settings = settings;
    this.fetch = fetch;
    this.held = held;
    this.clock = clock;
  }

  /**
   * Returns when it is known, or cannot be known now.
   *
   * @param known whether somebody else has found out meanwhile
   */
  void ask(
      RevocationSource source,
      BigInteger serial,
      X509Certificate authority,
      BooleanSupplier known) {
    try {
      if (!asking.tryLock(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      if (!known.getAsBoolean()) {
        askAll(source, serial, authority, known);
      }
    } finally {
      asking.unlock();
    }
  }

  /** The list first: it answers for all others as well. */
  private void askAll(
      RevocationSource source,
      BigInteger serial,
      X509Certificate authority,
      BooleanSupplier known) {
    source
        .listAddress()
        .ifPresent(
            address ->
                ask(new Question(address, null), authority, () -> fetch.list(address, authority)));
    if (!known.getAsBoolean()) {
      source
          .statusAddress()
          .ifPresent(
              address ->
                  ask(
                      new Question(address, serial),
                      authority,
                      () -> fetch.status(address, serial, authority)));
    }
  }

  private void ask(
      Question question, X509Certificate authority, Supplier<? extends RevocationEvidence> answer) {
    Question wholeAddress = new Question(question.address(), null);
    if (hasJustFailed(question) || hasJustFailed(wholeAddress)) {
      return;
    }
    try {
      held.keep(authority, answer.get());
      failures.remove(question);
      failures.remove(wholeAddress);
    } catch (InvalidInputException failure) {
      ErrorCode code = failure.refusal().code();
      failures.put(
          code == ErrorCode.SCM_REVOCATION_FETCH ? wholeAddress : question, clock.instant());
      log.warn(
          "no revocation data of {}: {}, {}",
          authority.getSubjectX500Principal(),
          code.id(),
          String.valueOf(failure.getCause()));
    }
  }

  private boolean hasJustFailed(Question question) {
    Instant failed = failures.get(question);
    return failed != null && clock.instant().isBefore(failed.plus(settings.retryAfter()));
  }
}
