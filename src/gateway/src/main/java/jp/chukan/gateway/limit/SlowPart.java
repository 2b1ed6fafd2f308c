package jp.chukan.gateway.limit;

import java.util.Locale;

/** What of an exchange took a peer too long. */
enum SlowPart {
  /** The TLS handshake. */
  HANDSHAKE,
  /** Request line and headers. */
  HEAD,
  /** What it sends. */
  BODY,
  /** What it takes. */
  ANSWER;

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
