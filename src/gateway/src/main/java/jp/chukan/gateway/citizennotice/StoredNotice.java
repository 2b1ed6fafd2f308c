package jp.chukan.gateway.citizennotice;

import java.time.Instant;
import java.time.LocalDate;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the clear.
 *
 * @param number given when it was taken
 * @param addressee whom it is for
 * @param words what it says
 * @param issuedOn first day on which it is shown
 * @param endsOn last day
 * @param registeredAt when it was taken
 * @param readAt when the person was first said to have read it, null before
 */
record StoredNotice(
    ReceptionNumber number,
    UnifiedAddresseeNumber addressee,
    NoticeWords words,
    LocalDate issuedOn,
    LocalDate endsOn,
    Instant registeredAt,
    @Nullable Instant readAt) {

  /** Whether the other one tells the same person the same in the same days. */
  boolean saysTheSameAs(StoredNotice other) {
    return addressee.equals(other.addressee)
        && words.equals(other.words)
        && issuedOn.equals(other.issuedOn)
        && endsOn.equals(other.endsOn);
  }

  /** Shows its number only: the rest is about a person. */
  @Override
  public String toString() {
    return "StoredNotice[" + number + "]";
  }
}
