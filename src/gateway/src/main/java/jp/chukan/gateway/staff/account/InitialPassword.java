package jp.chukan.gateway.staff.account;

/**
 * A password that the server made and shows once; its person has to replace it at the first login.
 *
 * @param value the password itself
 */
public record InitialPassword(String value) {

  /** Never shows it. */
  @Override
  public String toString() {
    return "InitialPassword[redacted]";
  }
}
