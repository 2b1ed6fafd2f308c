package jp.chukan.gateway.export;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;

/** What can leave the console, and who takes part in it. */
public enum ExportKind {
  /** 「情報提供等記録」. */
  RECORDS(
      Set.of(StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR),
      Set.of(StaffRole.APPROVER, StaffRole.ADMINISTRATOR)),
  /** 「操作ログ」. */
  OPERATIONS(Set.of(StaffRole.ADMINISTRATOR), Set.of(StaffRole.ADMINISTRATOR)),
  /** The grants in force. */
  GRANTS(Set.of(StaffRole.ADMINISTRATOR), Set.of(StaffRole.ADMINISTRATOR)),
  /** Everything that shows tampering, for verification elsewhere. */
  EVIDENCE(Set.of(StaffRole.ADMINISTRATOR), Set.of(StaffRole.APPROVER, StaffRole.ADMINISTRATOR)),
  /** 「副本」 of one 「特定個人情報」, for comparison with the register. */
  REPLICAS(Set.of(StaffRole.APPROVER), Set.of(StaffRole.APPROVER, StaffRole.ADMINISTRATOR)),
  /** What a comparison with the register found. */
  FINDINGS(Set.of(StaffRole.APPROVER), Set.of(StaffRole.APPROVER, StaffRole.ADMINISTRATOR));

  private final Set<StaffRole> takers;
  private final Set<StaffRole> deciders;

  ExportKind(Set<StaffRole> takers, Set<StaffRole> deciders) {
    this.takers = takers;
    this.deciders = deciders;
  }

  /** Whether the person may take it out as far as roles go (JN-21). */
  boolean isTakenBy(StaffIdentity staff) {
    return takers.stream().anyMatch(staff::mayActAs);
  }

  /** Whether the person may decide what somebody else has applied for; only with a passkey. */
  boolean isDecidedBy(StaffIdentity staff) {
    return deciders.stream().anyMatch(staff::mayActAs);
  }

  /** The kinds that the person may decide. */
  static Stream<ExportKind> decidedBy(StaffIdentity staff) {
    return Stream.of(values()).filter(kind -> kind.isDecidedBy(staff));
  }

  /** How the name of a file begins. */
  public String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
