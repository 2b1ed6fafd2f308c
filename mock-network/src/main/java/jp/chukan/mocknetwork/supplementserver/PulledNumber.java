package jp.chukan.mocknetwork.supplementserver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.Arrays;

/**
 * A 個人番号 on its way from the 都道府県サーバ into the temporary area: digits that never become a text, so
 * that they can be erased (JN-28).
 */
@JsonDeserialize(using = PulledNumber.Reader.class)
final class PulledNumber {
  /** Digits of a 個人番号. */
  static final int LENGTH = 12;

  private final byte[] digits;

  /**
   * @param digits twelve; they are now this object's to erase
   */
  PulledNumber(byte[] digits) {
    this.digits = digits;
  }

  void moveTo(byte[] area) {
    System.arraycopy(digits, 0, area, 0, LENGTH);
    erase();
  }

  void erase() {
    Arrays.fill(digits, (byte) 0);
  }

  /** Never shows the digits. */
  @Override
  public String toString() {
    return "PulledNumber[redacted]";
  }

  /** Reads the reply to {@link jp.chukan.mocknetwork.identity.IndividualNumberQuery}. */
  static final class Reader extends JsonDeserializer<PulledNumber> {
    @Override
    public PulledNumber deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      require(json.currentToken() == JsonToken.START_OBJECT, context);
      require("individualNumber".equals(json.nextFieldName()), context);
      require(json.nextToken() == JsonToken.VALUE_STRING, context);
      var number = new PulledNumber(digits(json, context));
      require(json.nextToken() == JsonToken.END_OBJECT, context);
      return number;
    }

    private static byte[] digits(JsonParser json, DeserializationContext context)
        throws IOException {
      int length = json.getTextLength();
      char[] text = json.getTextCharacters();
      int from = json.getTextOffset();
      byte[] digits = new byte[LENGTH];
      boolean right = length == LENGTH;
      for (int n = 0; right && n < LENGTH; n++) {
        char digit = text[from + n];
        right = digit >= '0' && digit <= '9';
        digits[n] = (byte) digit;
      }
      // the parser's own room is used again for other messages
      Arrays.fill(text, from, from + length, '\0');
      if (!right) {
        Arrays.fill(digits, (byte) 0);
      }
      require(right, context);
      return digits;
    }

    private static void require(boolean right, DeserializationContext context) throws IOException {
      if (!right) {
        context.reportInputMismatch(PulledNumber.class, "not the answer that was asked for");
      }
    }
  }
}
