package jp.chukan.gateway.permission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period of one entry of the list; both days belong to it.
 *
 * @param from first day
 * @param to last day, null when open
 */
record Validity(LocalDate from, @Nullable LocalDate to) {

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
