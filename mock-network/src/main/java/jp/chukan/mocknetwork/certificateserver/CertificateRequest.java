package jp.chukan.mocknetwork.certificateserver;

import java.time.Instant;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.certificate.CertificateOptions;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * Asks for a certificate, for the fee that the person has accepted. The キオスク端末 has checked the PIN,
 * and sends nothing of it.
 *
 * @param requestNumber given by the キオスク端末; nothing is issued twice for one
 * @param serialNumber of the card
 * @param acceptedFee yen
 * @param at when it was asked for
 */
public record CertificateRequest(
    String requestNumber,
    SerialNumber serialNumber,
    CertificateOptions options,
    int acceptedFee,
    Instant at) {
  /** Kind of message. */
  public static final String MESSAGE = "certificate-request";

  private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{32}");

  public CertificateRequest {
    if (!NUMBER.matcher(requestNumber).matches()) {
      throw new IllegalArgumentException("requestNumber");
    }
    if (acceptedFee < 0) {
      throw new IllegalArgumentException("acceptedFee");
    }
  }
}
