package jp.chukan.gateway.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;

/**
 * Tells UTF-8 from MS932 and never replaces a character. UTF-8 comes first: Japanese text in MS932
 * is next to never valid UTF-8, while the reverse happens.
 */
final class StrictText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, Charset.forName("MS932"));

  private StrictText() {}

  static String decode(byte[] content) {
    for (Charset encoding : ENCODINGS) {
      try {
        String text =
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      } catch (CharacterCodingException other) {
        continue;
      }
    }
    throw FaultyFileException.of(ErrorCode.SYM_CSV_ENCODING);
  }
}
