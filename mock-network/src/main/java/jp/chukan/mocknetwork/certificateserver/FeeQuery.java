package jp.chukan.mocknetwork.certificateserver;

import jp.chukan.mocknetwork.certificate.CertificateOptions;

/**
 * Asks for the 手数料 before anything is issued.
 *
 * @param options what is to be issued
 */
public record FeeQuery(CertificateOptions options) {
  /** Kind of message. */
  public static final String MESSAGE = "certificate-fee";

  /**
   * The answer.
   *
   * @param yen 手数料 of one copy
   */
  public record Fee(int yen) {}
}
