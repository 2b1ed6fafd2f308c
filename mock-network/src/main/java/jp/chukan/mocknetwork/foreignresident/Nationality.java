package jp.chukan.mocknetwork.foreignresident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 「国籍・地域」 by its code of ISO 3166-1 alpha-3. */
public final class Nationality {
  private static final String JAPANESE = "JPN";
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
  private static final Map<String, Locale> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> Locale.of("", code))
          .collect(Collectors.toUnmodifiableMap(Locale::getISO3Country, Function.identity()));

  private Nationality() {}

  /**
   * Lets the code of another nationality than the Japanese pass.
   *
   * @throws IllegalArgumentException for any other
   */
  public static void requireForeign(String code) {
    if (code.equals(JAPANESE) || !CODES.contains(code)) {
      throw new IllegalArgumentException("nationality");
    }
  }

  /** 国籍・地域名, as a 住民票 shows it. */
  public static String japanese(String code) {
    Locale country = COUNTRIES.get(code);
    if (country == null) {
      throw new IllegalArgumentException("nationality");
    }
    return country.getDisplayCountry(Locale.JAPANESE);
  }
}
