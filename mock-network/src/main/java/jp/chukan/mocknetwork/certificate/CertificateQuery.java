package jp.chukan.mocknetwork.certificate;

import java.time.Instant;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * Asks the 既存住基システム for what a certificate says.
 *
 * @param serialNumber of the card with which it is asked
 * @param at when it was asked
 */
public record CertificateQuery(SerialNumber serialNumber, CertificateOptions options, Instant at) {
  /** Kind of message. */
  public static final String MESSAGE = "certificate-content";
}
