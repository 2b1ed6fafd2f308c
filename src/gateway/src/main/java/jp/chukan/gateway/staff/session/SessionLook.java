package jp.chukan.gateway.staff.session;

/** What a request found of its session. */
public sealed interface SessionLook {

  /** It goes on. */
  record Running(StaffSession session) implements SessionLook {}

  /** It has ended. */
  record Over(SessionEnd end) implements SessionLook {}
}
