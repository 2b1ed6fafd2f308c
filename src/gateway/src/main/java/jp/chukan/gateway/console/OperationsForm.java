package jp.chukan.gateway.console;

import java.util.stream.Stream;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationQuery;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to search the 「操作ログ」; it travels in the body of a POST only.
 *
 * @param from first day, empty for any
 * @param to last day, empty for any
 * @param user user id, empty for any
 * @param kind what was done, empty for any
 * @param addressee 「団体内統合宛名番号」, empty for any
 * @param purpose why
 * @param page which page of what is found, from 0
 */
record OperationsForm(
    @Nullable String from,
    @Nullable String to,
    @Nullable String user,
    @Nullable String kind,
    @Nullable String addressee,
    @Nullable String purpose,
    @Nullable String page) {
  static final OperationsForm EMPTY = new OperationsForm(null, null, null, null, null, null, null);

  /**
   * @throws InvalidInputException when something has another form
   */
  OperationQuery query() {
    return new OperationQuery(
        TypedDays.start(from, "from"),
        TypedDays.end(to, "to"),
        isEmpty(user) ? null : new UserId(typed(user)),
        Stream.of(OperationKind.values())
            .filter(value -> value.name().equals(kind))
            .findFirst()
            .orElse(null),
        isEmpty(addressee) ? null : new UnifiedAddresseeNumber(typed(addressee)));
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Never shows whom it is about, nor the purpose, which is free text. */
  @Override
  public String toString() {
    return "OperationsForm[redacted]";
  }
}
