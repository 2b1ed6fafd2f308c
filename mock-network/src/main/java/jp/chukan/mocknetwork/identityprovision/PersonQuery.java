package jp.chukan.mocknetwork.identityprovision;

import java.util.regex.Pattern;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;

/**
 * A question for persons that goes up from a 市町村CS or a 都道府県サーバ (I:346, T:3612).
 *
 * @param requester place of who asks first: five digits of a municipality or two of a prefecture
 * @param scope where is looked
 * @param occasion who asks and why
 * @param condition by what
 */
public record PersonQuery(
    String requester, Scope scope, Occasion occasion, PersonCondition condition) {
  /** Kind of message. */
  public static final String MESSAGE = "person-query";

  private static final Pattern PLACE = Pattern.compile("[0-9]{2}([0-9]{3})?");

  /** Whose file is looked into. */
  public enum Scope {
    /** That of the 市町村CS itself. */
    MUNICIPALITY,
    /** That of the 都道府県サーバ. */
    PREFECTURE,
    /** That of the 全国サーバ. */
    NATION
  }

  public PersonQuery {
    if (!PLACE.matcher(requester).matches()) {
      throw new IllegalArgumentException("requester");
    }
  }

  /**
   * Nobody asks in the name of another place (JN-09).
   *
   * @throws RefusedCallException FORBIDDEN_SENDER
   */
  public void requireFrom(CountrySystem from) {
    if (!requester.startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "requester");
    }
  }
}
