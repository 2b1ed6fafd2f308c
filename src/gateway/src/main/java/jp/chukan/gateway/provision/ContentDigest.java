package jp.chukan.gateway.provision;

import java.util.HexFormat;
import java.util.regex.Pattern;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.Sha256;

/**
 * Says which content somebody has seen. What it is made of can be guessed from it, so it belongs
 * beside that content and nowhere else: not into a log, an address or a table.
 *
 * @param hex SHA-256 of the document that would leave, in 64 hexadecimal digits
 */
public record ContentDigest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws InvalidInputException when it has another form
   */
  public ContentDigest {
    if (hex == null || !FORM.matcher(hex).matches()) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "ContentDigest");
    }
  }

  static ContentDigest of(byte[] document) {
    return new ContentDigest(HexFormat.of().formatHex(Sha256.of(document)));
  }

  @Override
  public String toString() {
    return "ContentDigest[redacted]";
  }
}
