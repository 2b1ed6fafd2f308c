package jp.chukan.mocknetwork.specialmovein;

import java.util.regex.Pattern;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * The next municipality fetches 転出証明書情報 by 住民票コード, once.
 *
 * @param requester five digits of that municipality
 * @param occasion who asks and why
 * @param recordCode of whom
 */
public record DepartureQuery(String requester, Occasion occasion, ResidentRecordCode recordCode) {
  /** Kind of message. The answer is the {@link DepartureCertificate}. */
  public static final String MESSAGE = "departure-query";

  private static final Pattern PLACE = Pattern.compile("[0-9]{5}");

  public DepartureQuery {
    if (!PLACE.matcher(requester).matches()) {
      throw new IllegalArgumentException("requester");
    }
  }

  /**
   * Nobody asks in the name of another municipality (JN-09).
   *
   * @throws RefusedCallException FORBIDDEN_SENDER
   */
  public void requireFrom(CountrySystem from) {
    if (!requester.startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "requester");
    }
  }
}
