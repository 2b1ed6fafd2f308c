package jp.chukan.command.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;

/**
 * What an exchange was about and how it ended, as far as all parties have it in common.
 *
 * @param inquirer 「機関コード」 of who asked
 * @param provider 「機関コード」 of who was asked
 * @param affair 「事務コード」
 * @param procedure 「事務手続コード」
 * @param information 「特定個人情報名コード」
 * @param outcome how it ended, or {@code PENDING}
 * @param errorCode id of the catalogue, empty unless refused
 */
public record ExchangeRecord(
    String inquirer,
    String provider,
    String affair,
    String procedure,
    String information,
    String outcome,
    String errorCode) {

  private static final String PENDING = "PENDING";
  private static final String AMONG_STAFF = "TKY-02";

  /** Approvals that are awaited, and inquirers that have waited long enough. */
  private static final Set<String> OPEN_FOR_THE_OTHERS = Set.of("AWAITING_APPROVAL", "UNANSWERED");

  /** As every party writes it in JSON. */
  static ExchangeRecord of(JsonNode exchange) {
    boolean open = OPEN_FOR_THE_OTHERS.contains(text(exchange, "outcome"));
    return new ExchangeRecord(
        text(exchange, "inquirer"),
        text(exchange, "provider"),
        text(exchange, "affair"),
        text(exchange, "procedure"),
        text(exchange, "information"),
        open ? PENDING : text(exchange, "outcome"),
        open ? "" : asTold(text(exchange, "errorCode")));
  }

  /** How people came to a refusal is not told to the others. */
  private static String asTold(String errorCode) {
    return errorCode.startsWith(AMONG_STAFF) ? ErrorCode.TKY_NOT_PROVIDED.id() : errorCode;
  }

  boolean isPending() {
    return outcome.equals(PENDING);
  }

  /** A few values come again and again, in tens of thousands of records. */
  private static String text(JsonNode exchange, String field) {
    return exchange.path(field).asText("").intern();
  }
}
