package jp.chukan.mocknetwork.certificateserver;

/**
 * A certificate.
 *
 * @param issueNumber 交付番号, counted by the municipality
 * @param fee yen
 * @param pdf the document
 */
public record IssuedCertificate(int issueNumber, int fee, byte[] pdf) {
  public IssuedCertificate {
    pdf = pdf.clone();
  }

  @Override
  public byte[] pdf() {
    return pdf.clone();
  }

  /** Shows the number only: the document is about a person. */
  @Override
  public String toString() {
    return "IssuedCertificate[" + issueNumber + ", redacted]";
  }
}
