package jp.chukan.mocknetwork.application;

/**
 * One submission of an application: a resubmission has the same number and the next version
 * (MU-16).
 *
 * @param number 申請番号
 * @param version from 1
 */
public record ApplicationVersion(ApplicationNumber number, int version) {
  public ApplicationVersion {
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /** What logs and files call it. */
  public String label() {
    return number.value() + "-" + version;
  }

  /** The submission that takes the place of this one. */
  public ApplicationVersion next() {
    return new ApplicationVersion(number, version + 1);
  }
}
