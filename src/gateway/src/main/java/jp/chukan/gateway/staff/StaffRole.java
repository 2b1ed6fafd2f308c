package jp.chukan.gateway.staff;

/** What a person of the staff is here for; one person may have several. */
public enum StaffRole {
  /** 「担当者」: inquires, looks, prepares what is to leave. */
  OFFICER("担当者"),
  /** 「承認者」(所属長): releases what somebody else has prepared (MS-06). */
  APPROVER("承認者"),
  /** 「監査者」: reads records and operations, changes nothing. */
  AUDITOR("監査者"),
  /** 「団体管理者」: staff and grants of the institution. */
  ADMINISTRATOR("団体管理者"),
  /** 「運用事業者」: runs the platform and never sees personal data (MS-93). */
  OPERATOR("運用事業者");

  private final String japanese;

  StaffRole(String japanese) {
    this.japanese = japanese;
  }

  /** As staff read it. */
  public String japanese() {
    return japanese;
  }

  /** Whether a password alone does not do (JN-20). */
  public boolean needsPasskey() {
    return this == APPROVER || this == ADMINISTRATOR;
  }
}
