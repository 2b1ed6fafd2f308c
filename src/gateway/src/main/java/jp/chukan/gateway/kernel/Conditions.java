package jp.chukan.gateway.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query that may be left out. What is left out does not stand in the query at
 * all: a plan that PostgreSQL keeps for "is null or equal" fits neither of the two, and over
 * millions of rows that is the difference between an index and all of them.
 */
public final class Conditions {
  private final String from;
  private final List<String> conditions = new ArrayList<>();

  private Conditions(String from) {
    this.from = from;
  }

  /**
   * Begins with what is asked for.
   *
   * @param from all before the conditions, {@code select … from …} or the latter alone
   */
  public static Conditions of(String from) {
    return new Conditions(from);
  }

  /** Adds a condition that always holds. */
  public Conditions where(String condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * Adds a condition where there is something to compare with.
   *
   * @param value what the condition compares with, null when it is left out
   * @param condition with a named parameter
   */
  public Conditions given(@Nullable Object value, String condition) {
    return value == null ? this : where(condition);
  }

  /** The query so far. */
  public String sql() {
    return conditions.isEmpty() ? from : from + " where " + String.join(" and ", conditions);
  }
}
