package jp.chukan.mocknetwork.residentnotice;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;

/**
 * 「異動通知」: a resident as the 既存住基システム has it after a change, or at the beginning.
 *
 * @param position of the person in the municipality; the receiver gives it a 宛名番号 of its own
 * @param individualNumber 個人番号
 * @param person 4情報
 * @param nationality {@code JPN} or another code of ISO 3166-1 alpha-3
 * @param household number of the household
 * @param head whether the person is 世帯主
 * @param underSupport 支援措置 (MU-05)
 * @param since 住民となった日
 * @param removal what the 消除 was, empty while the person lives here
 * @param version counts the changes of the municipality: of two notices the greater is the newer
 */
public record ResidentNotice(
    int position,
    IndividualNumber individualNumber,
    BasicInformation person,
    String nationality,
    int household,
    boolean head,
    boolean underSupport,
    LocalDate since,
    Optional<Removal> removal,
    int version) {
  public ResidentNotice {
    if (position < 0) {
      throw new IllegalArgumentException("position");
    }
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /**
   * 「消除」.
   *
   * @param reason why
   * @param on 消除日
   */
  public record Removal(RemovalReason reason, LocalDate on) {}

  /** Whether the person lives in the municipality. */
  public boolean isPresent() {
    return removal.isEmpty();
  }

  /** Whether another notice says the same about the person, whichever is newer. */
  public boolean saysTheSame(ResidentNotice other) {
    return withVersion(other.version).equals(other);
  }

  /** The same under another version. */
  public ResidentNotice withVersion(int other) {
    return new ResidentNotice(
        position,
        individualNumber,
        person,
        nationality,
        household,
        head,
        underSupport,
        since,
        removal,
        other);
  }

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "ResidentNotice[" + position + ", redacted]";
  }
}
