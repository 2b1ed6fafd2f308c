package jp.chukan.contract.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/** Clients write the 「中間サーバー受付番号」 of a request as an empty element: there is none. */
final class EmptyReceptionNumber extends StdDeserializer<ReceptionNumber> {
  private static final long serialVersionUID = 1L;

  EmptyReceptionNumber() {
    super(ReceptionNumber.class);
  }

  @Override
  public @Nullable ReceptionNumber deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.getValueAsString("");
    return text.isEmpty() ? null : new ReceptionNumber(text);
  }
}
