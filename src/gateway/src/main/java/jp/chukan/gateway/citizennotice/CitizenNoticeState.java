package jp.chukan.gateway.citizennotice;

import java.time.Instant;
import java.time.LocalDate;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * How one notice stands; nobody is named.
 *
 * @param noticeNumber given when it was taken
 * @param state whether the person has read it
 * @param registeredAt when it was taken
 * @param issuedOn first day on which it is shown
 * @param endsOn last day
 * @param readAt when the person was first said to have read it, null before
 */
public record CitizenNoticeState(
    ReceptionNumber noticeNumber,
    State state,
    Instant registeredAt,
    LocalDate issuedOn,
    LocalDate endsOn,
    @Nullable Instant readAt) {

  public enum State {
    UNREAD,
    READ
  }

  static CitizenNoticeState of(StoredNotice notice) {
    return new CitizenNoticeState(
        notice.number(),
        notice.readAt() == null ? State.UNREAD : State.READ,
        notice.registeredAt(),
        notice.issuedOn(),
        notice.endsOn(),
        notice.readAt());
  }
}
