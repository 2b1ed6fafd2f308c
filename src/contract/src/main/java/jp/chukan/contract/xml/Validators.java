package jp.chukan.contract.xml;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;

/**
 * Validators of one schema, used again: to make one costs as much as to validate a small document.
 */
final class Validators {
  private static final int MOST_IDLE = 32;

  private final Schema schema;
  private final BlockingQueue<ValidatorHandler> idle = new ArrayBlockingQueue<>(MOST_IDLE);

  Validators(Schema schema) {
    this.schema = schema;
  }

  /** One that nobody else uses. */
  ValidatorHandler take() {
    ValidatorHandler used = idle.poll();
    return used == null ? schema.newValidatorHandler() : used;
  }

  /** Takes back one that came to the end of a valid document; others are not to be trusted. */
  void giveBack(ValidatorHandler validator) {
    // where there are enough already, this one is left to the garbage collector
    boolean unused = idle.offer(validator);
  }
}
