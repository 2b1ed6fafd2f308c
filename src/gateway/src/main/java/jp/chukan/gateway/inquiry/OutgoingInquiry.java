package jp.chukan.gateway.inquiry;

/**
 * An inquiry ready to leave. Points at a person: prints nothing of it.
 *
 * @param signed CMS SignedData (DER) over a {@link jp.chukan.contract.message.NetworkInquiry}
 * @param digest SHA-256 over the XML that was signed: by it the network knows it again
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record OutgoingInquiry(byte[] signed, byte[] digest) {
  @Override
  public String toString() {
    return "OutgoingInquiry[redacted]";
  }
}
