package jp.chukan.gateway.staff;

import java.time.Instant;
import java.util.List;

/**
 * All grants of one institution, as they were set together.
 *
 * @param number counts up with each change
 * @param changedAt when they were set
 * @param changedBy common name of the certificate, or id of the administrator, that set them
 * @param grants in the order of the file, what the console added last
 */
public record GrantSet(int number, Instant changedAt, String changedBy, List<Grant> grants) {

  public GrantSet {
    grants = List.copyOf(grants);
  }
}
