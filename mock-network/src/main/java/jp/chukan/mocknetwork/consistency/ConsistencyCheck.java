package jp.chukan.mocknetwork.consistency;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * What a system keeps of everybody of a municipality, as digests, for the system above to compare
 * (JN-07).
 *
 * @param municipality five digits
 * @param entries each person once
 */
public record ConsistencyCheck(String municipality, List<Entry> entries) {
  /** Kind of message. */
  public static final String MESSAGE = "consistency-check";

  private static final Pattern PLACE = Pattern.compile("[0-9]{5}");

  /**
   * One person.
   *
   * @param recordCode who
   * @param digests of each item
   */
  public record Entry(ResidentRecordCode recordCode, Map<IdentityItem, String> digests) {
    public Entry {
      digests = Map.copyOf(digests);
    }
  }

  /**
   * What the 都道府県サーバ answers at once; the result comes as a notice (G:122).
   *
   * @param entries how many it compares
   */
  public record Begun(int entries) {}

  public ConsistencyCheck {
    if (!PLACE.matcher(municipality).matches()) {
      throw new IllegalArgumentException("municipality");
    }
    entries = List.copyOf(entries);
  }

  /** Of what a system keeps of a municipality. */
  public static ConsistencyCheck of(String municipality, List<IdentityInformation> newest) {
    return new ConsistencyCheck(
        municipality,
        newest.stream()
            .map(one -> new Entry(one.recordCode(), IdentityItem.digests(one)))
            .toList());
  }

  /**
   * Nobody compares for another municipality (JN-09).
   *
   * @throws RefusedCallException FORBIDDEN_SENDER
   */
  public void requireFrom(CountrySystem from) {
    if (!municipality.startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "municipality");
    }
  }

  /**
   * Compares with what is kept here.
   *
   * @param kept of the same municipality
   */
  public ConsistencyResult compareWith(List<IdentityInformation> kept) {
    return CompareEntries.compare(this, of(municipality, kept));
  }
}
