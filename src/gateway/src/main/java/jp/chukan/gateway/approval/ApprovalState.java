package jp.chukan.gateway.approval;

import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;

/** How a case stands. */
public enum ApprovalState {
  /** 「承認待ち」: nobody has prepared anything that stands. */
  AWAITING(StaffRole.OFFICER),
  /** Prepared by one person, waits for another (MS-06). */
  PREPARED(StaffRole.APPROVER),
  /** 「承認」: the answer was released. */
  APPROVED(null),
  /** 「却下」: two people decided that nothing leaves. */
  DECLINED(null),
  /** The permit ran out before anybody decided. */
  EXPIRED(null);

  private final @Nullable StaffRole waitsFor;

  ApprovalState(@Nullable StaffRole waitsFor) {
    this.waitsFor = waitsFor;
  }

  /** Who has to act next, null when it has ended. */
  public @Nullable StaffRole waitsFor() {
    return waitsFor;
  }

  /** Whether anything can still become of it. */
  public boolean isOpen() {
    return waitsFor != null;
  }
}
