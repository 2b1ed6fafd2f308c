package jp.chukan.contract.inquiryfile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Name of a request file: {@code P640R110_yyyyMMddHHmmss_0001.DAT}.
 *
 * @param createdAt when the client wrote it, in Japan's time, to the second
 * @param sequence number of the file among those of one time, 1 to 9999
 */
public record InquiryFileName(LocalDateTime createdAt, int sequence) {
  private static final Pattern FORM = Pattern.compile("P640R110_([0-9]{14})_([0-9]{4})\\.DAT");
  private static final int LAST = 9999;

  /**
   * @throws InvalidInputException SKI_FILE_NAME when the name has no room for the values
   */
  public InquiryFileName {
    createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
    if (!JapanTime.isWritable(createdAt.getYear()) || sequence < 1 || sequence > LAST) {
      throw InvalidInputException.of(ErrorCode.SKI_FILE_NAME);
    }
  }

  /** The first file of this moment. */
  public static InquiryFileName first(Instant createdAt) {
    return new InquiryFileName(JapanTime.inJapan(createdAt), 1);
  }

  /**
   * @throws InvalidInputException SKI_FILE_NAME for another form, a time that does not exist, or
   *     the sequence 0000
   */
  public static InquiryFileName parse(String name) {
    Matcher matcher = FORM.matcher(name);
    if (!matcher.matches()) {
      throw InvalidInputException.of(ErrorCode.SKI_FILE_NAME);
    }
    return new InquiryFileName(time(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The next file of the same moment. */
  public InquiryFileName next() {
    return new InquiryFileName(createdAt, sequence + 1);
  }

  /** The name itself. */
  public String value() {
    return stem() + ".DAT";
  }

  /** Name of the file that holds the results; the form is an assumption of this project. */
  public String resultName() {
    return stem() + "_RESULT.DAT";
  }

  private String stem() {
    return "P640R110_%s_%04d".formatted(JapanTime.second(createdAt), sequence);
  }

  @Override
  public String toString() {
    return value();
  }

  private static LocalDateTime time(String digits) {
    try {
      return JapanTime.second(digits);
    } catch (InvalidInputException e) {
      throw InvalidInputException.of(ErrorCode.SKI_FILE_NAME);
    }
  }
}
