package jp.chukan.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * What a purge leaves behind: which bodies it took, whose leaves stay. It is a leaf itself, so that
 * nobody can make a record disappear by calling it purged.
 *
 * @param institution 「機関コード」
 * @param of kind of the records
 * @param before their 「保管期限」 was over: decided before this, ISO 8601
 * @param ranges where they stand
 * @param at when they were purged, ISO 8601
 */
public record PurgeStatement(
    String institution, String of, String before, List<PurgedRange> ranges, String at) {
  /** Kind of the leaf. */
  public static final String KIND = "PURGE";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PurgeStatement {
    ranges = List.copyOf(ranges);
  }

  /** As it is stored and hashed. */
  public String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a purge is always writable", e);
    }
  }

  /**
   * @throws InvalidInputException with {@link ErrorCode#TKM_EVIDENCE_FORM}
   */
  public static PurgeStatement parse(String text) {
    try {
      return JSON.readValue(text, PurgeStatement.class);
    } catch (JsonProcessingException | NullPointerException other) {
      throw new InvalidInputException(Refusal.of(ErrorCode.TKM_EVIDENCE_FORM), other);
    }
  }
}
