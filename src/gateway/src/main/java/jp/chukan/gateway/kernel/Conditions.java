package jp.chukan.gateway.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query that may be left out. What is left out does not stand in the query at
 * all: a plan that PostgreSQL keeps for "is null or equal" fits neither of the two, and over
 * millions of rows that is the difference between an index and all of them.
 */
public final class Conditions {
  private final StringBuilder sql;

  private Conditions(String always) {
    this.sql = new StringBuilder(always);
  }

  /**
   * Begins with what always holds.
   *
   * @param always up to its last condition, {@code from … where …}
   */
  public static Conditions of(String always) {
    return new Conditions(always);
  }

  /**
   * Adds a condition where there is something to compare with.
   *
   * @param value what the condition compares with, null when it is left out
   * @param condition with a named parameter
   */
  public Conditions and(@Nullable Object value, String condition) {
    if (value != null) {
      sql.append(" and ").append(condition);
    }
    return this;
  }

  /** The query so far. */
  public String sql() {
    return sql.toString();
  }
}
