package jp.chukan.mocknetwork.supplementserver;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * A provision that was found lawful and is being answered: without one no 個人番号 can be pulled
 * (JN-28). It is over when it is closed, and can be used once.
 */
final class ProvisionUnderWay implements AutoCloseable {
  private final CountrySystem owner;
  private final ResidentRecordCode person;
  private boolean open = true;

  ProvisionUnderWay(CountrySystem owner, ResidentRecordCode person) {
    this.owner = owner;
    this.person = person;
  }

  CountrySystem owner() {
    return owner;
  }

  /**
   * Whose number may be pulled now.
   *
   * @throws IllegalStateException when it was pulled, or the provision is over
   */
  synchronized ResidentRecordCode usePerson() {
    if (!open) {
      throw new IllegalStateException("no provision is under way");
    }
    open = false;
    return person;
  }

  @Override
  public synchronized void close() {
    open = false;
  }
}
