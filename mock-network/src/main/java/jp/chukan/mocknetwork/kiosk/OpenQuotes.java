package jp.chukan.mocknetwork.kiosk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the pages have shown and nobody has accepted yet; whoever walks away is forgotten in time.
 */
@Component
final class OpenQuotes {
  private static final int MOST = 100;

  private final Map<String, Quote> quotes = new LinkedHashMap<>();

  synchronized void keep(Quote quote) {
    quotes.put(quote.requestNumber(), quote);
    if (quotes.size() > MOST) {
      quotes.remove(quotes.keySet().iterator().next());
    }
  }

  /** Takes a quote away: it is accepted once. */
  synchronized Optional<Quote> take(String requestNumber) {
    return Optional.ofNullable(quotes.remove(requestNumber));
  }
}
