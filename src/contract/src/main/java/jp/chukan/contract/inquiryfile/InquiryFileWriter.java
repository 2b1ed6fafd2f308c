package jp.chukan.contract.inquiryfile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Writes request files of 「情報照会」 as clients of the field do, every field padded to its width. */
public final class InquiryFileWriter {
  private InquiryFileWriter() {}

  /**
   * Files of at most 10,000 lines with their names, in the order of their sequence.
   *
   * @param createdAt the moment that the names tell
   * @throws InvalidInputException SKI_FILE_NAME for more files than there are numbers,
   *     SKI_SEVERAL_INSTITUTIONS for lines of several inquirers
   */
  public static SequencedMap<InquiryFileName, byte[]> write(
      Instant createdAt, List<InquiryLine> lines) {
    if (lines.stream().map(InquiryLine::inquirer).distinct().count() > 1) {
      throw InvalidInputException.at(
          ErrorCode.SKI_SEVERAL_INSTITUTIONS, InquiryField.INQUIRER.label());
    }
    SequencedMap<InquiryFileName, byte[]> files = new LinkedHashMap<>();
    InquiryFileName name = InquiryFileName.first(createdAt);
    for (int from = 0; from < lines.size(); from += InquiryFile.MOST_LINES) {
      int to = Math.min(from + InquiryFile.MOST_LINES, lines.size());
      name = from == 0 ? name : name.next();
      files.put(name, content(lines.subList(from, to)));
    }
    return files;
  }

  private static byte[] content(List<InquiryLine> lines) {
    return lines.stream()
        .map(line -> String.join(",", line.fields()) + "\r\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
