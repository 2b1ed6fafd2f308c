package jp.chukan.contract.inquiryfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * Takes a file apart into its lines: each one is there, ends with CRLF and is not empty. None of
 * the encodings of the files has CR, LF or comma as a part of another character.
 */
final class CrlfLines {
  private static final List<byte[]> BYTE_ORDER_MARKS =
      List.of(
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xFE, (byte) 0xFF},
          new byte[] {(byte) 0xFF, (byte) 0xFE});

  private final byte[] content;
  private final Charset encoding;
  private final List<String> lines = new ArrayList<>();

  private CrlfLines(byte[] content, Charset encoding) {
    this.content = content;
    this.encoding = encoding;
  }

  /**
   * @throws InvalidInputException for a file that is no lines, with the number of the line where
   *     that shows
   */
  static List<String> of(byte[] content, Charset encoding) {
    return new CrlfLines(content, encoding).read();
  }

  private List<String> read() {
    if (content.length == 0) {
      throw InvalidInputException.of(ErrorCode.SKI_EMPTY_FILE);
    }
    if (BYTE_ORDER_MARKS.stream().anyMatch(this::startsWith)) {
      throw fault(ErrorCode.SKI_BYTE_ORDER_MARK);
    }
    int start = 0;
    while (start < content.length) {
      int end = endOfLine(start);
      if (end == start) {
        throw fault(ErrorCode.SKI_EMPTY_LINE);
      }
      if (lines.size() == InquiryFile.MOST_LINES) {
        throw fault(ErrorCode.SKI_TOO_MANY_LINES);
      }
      lines.add(decoded(start, end));
      start = end + 2;
    }
    return lines;
  }

  /** Index of the CR that ends the line. */
  private int endOfLine(int start) {
    for (int i = start; i < content.length; i++) {
      if (content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
        return i;
      } else if (content[i] == '\r' || content[i] == '\n') {
        break;
      }
    }
    throw fault(ErrorCode.SKI_LINE_END);
  }

  private String decoded(int start, int end) {
    try {
      return encoding
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content, start, end - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw fault(ErrorCode.SYM_ENCODING);
    }
  }

  private boolean startsWith(byte[] mark) {
    return content.length >= mark.length
        && ByteBuffer.wrap(content, 0, mark.length).equals(ByteBuffer.wrap(mark));
  }

  private InvalidInputException fault(ErrorCode code) {
    return new InvalidInputException(new Refusal(code, Integer.toString(lines.size() + 1), null));
  }
}
