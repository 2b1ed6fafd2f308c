package jp.chukan.mocknetwork.link;

import java.util.regex.Pattern;

/**
 * One system of the country.
 *
 * @param kind what it is
 * @param place five digits of a municipality (全国地方公共団体コード without its check digit), two of a
 *     prefecture, or nothing for a system of the whole country
 */
public record CountrySystem(SystemKind kind, String place) {
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
  private static final Pattern PREFECTURE = Pattern.compile("[0-9]{2}");

  public CountrySystem {
    boolean fits =
        switch (kind.extent()) {
          case MUNICIPALITY -> MUNICIPALITY.matcher(place).matches();
          case PREFECTURE -> PREFECTURE.matcher(place).matches();
          case COUNTRY -> place.isEmpty();
        };
    if (!fits) {
      throw new IllegalArgumentException("no " + kind + " of '" + place + "'");
    }
  }

  /** A system of which the country has one. */
  public static CountrySystem only(SystemKind kind) {
    return new CountrySystem(kind, "");
  }

  /** The prefecture it lies in; empty for a system of the whole country. */
  public String prefecture() {
    return place.isEmpty() ? "" : place.substring(0, 2);
  }

  /** Name of its key and of its certificate's subject. */
  public String keyName() {
    return "system-" + label();
  }

  /** What logs and addresses call it. */
  public String label() {
    return place.isEmpty() ? kind.label() : kind.label() + "-" + place;
  }

  @Override
  public String toString() {
    return label();
  }
}
