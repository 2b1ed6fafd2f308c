package jp.chukan.mocknetwork.insurancetally;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.insurerserver.FormerPeriod;
import jp.chukan.mocknetwork.qualificationcheck.Qualification;

/**
 * 「資格情報ファイル」 of a municipality for its prefecture (T:2131).
 *
 * @param memberships each person once
 */
public record Memberships(List<Membership> memberships) {
  /** Kind of message. */
  public static final String MESSAGE = "memberships";

  public Memberships {
    memberships = List.copyOf(memberships);
  }

  /**
   * One insured person.
   *
   * @param qualification as it is now
   * @param former the times before in this municipality, oldest first
   * @param elsewhere where the person was insured before, when that was reported
   */
  public record Membership(
      Qualification qualification,
      List<FormerPeriod> former,
      Optional<FormerMembership> elsewhere) {
    public Membership {
      former = List.copyOf(former);
    }

    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Membership[redacted]";
    }
  }

  /**
   * What the receiver answers.
   *
   * @param memberships how many it took
   */
  public record Taken(int memberships) {}
}
