package jp.chukan.mocknetwork.link;

/** Nothing may be sent from the one system to the other. */
public final class ForbiddenLinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForbiddenLinkException(CountrySystem from, CountrySystem to) {
    super(from + " has no link to " + to);
  }
}
