package jp.chukan.gateway.inquiry;

/**
 * A file of inquiries as it was handed in; nothing of it is read yet.
 *
 * @param name as the client gave it
 * @param content all bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record InquiryFileSubmission(String name, byte[] content) {

  /** Never shows what it holds: it is about persons. */
  @Override
  public String toString() {
    return "InquiryFileSubmission[redacted]";
  }
}
