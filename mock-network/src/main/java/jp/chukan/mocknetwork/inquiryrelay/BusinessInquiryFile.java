package jp.chukan.mocknetwork.inquiryrelay;

import java.util.Base64;
import java.util.Optional;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * A business system hands a file of 「情報照会」 in at the hub (MS-24).
 *
 * @param fileName {@code P640R110_….DAT}
 * @param content the file, as Base64
 */
public record BusinessInquiryFile(String fileName, String content) {
  /** Kind of message. */
  public static final String MESSAGE = "inquiry-files";

  /** The file as a message. */
  public static BusinessInquiryFile of(String fileName, byte[] content) {
    return new BusinessInquiryFile(fileName, Base64.getEncoder().encodeToString(content));
  }

  /** The file itself. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  /** Never shows what it holds: it is about persons. */
  @Override
  public String toString() {
    return "BusinessInquiryFile[redacted]";
  }

  /**
   * What the hub answers; MALFORMED is refused for what cannot be read, ALREADY_PRESENT for another
   * file under the name of one before, FORBIDDEN_SENDER for one of another municipality.
   *
   * @param reference by which the result is fetched
   * @param lines how many lines it has
   * @param toldBack how many of them the hub does not send
   */
  public record HandedIn(ReceptionNumber reference, int lines, int toldBack) {}

  /**
   * Where a file is, asked by whoever handed it in; UNKNOWN is refused for any other.
   *
   * @param reference as it was answered
   */
  public record ResultQuery(ReceptionNumber reference) {
    /** Kind of message. */
    public static final String MESSAGE = "inquiry-file-results";
  }

  /**
   * Where it is.
   *
   * @param state how far it is
   * @param content the result file in UTF-8, as Base64; empty before it is complete
   */
  public record Result(RelayedFile.State state, Optional<String> content) {
    /** The result file, empty before it is complete. */
    public Optional<byte[]> bytes() {
      return content.map(text -> Base64.getDecoder().decode(text));
    }

    /** Never shows what it holds: it is about persons. */
    @Override
    public String toString() {
      return "Result[" + state + ", redacted]";
    }
  }
}
