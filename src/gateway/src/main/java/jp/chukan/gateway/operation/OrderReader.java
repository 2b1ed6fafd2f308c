package jp.chukan.gateway.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.access.RequestBody;
import org.springframework.stereotype.Component;

/** Reads what the operator orders, as JSON. */
@Component
class OrderReader {
  private final ObjectMapper json;

  OrderReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * @param largest most bytes that are taken
   * @throws InvalidInputException with {@link ErrorCode#SYM_TOO_LARGE} past the limit, {@link
   *     ErrorCode#SYM_CODE_FORM} for what is no such order
   */
  <T> T read(InputStream body, int largest, Class<T> order) {
    try {
      // as bytes it would be taken for any encoding that its first characters look like
      return json.readValue(new String(RequestBody.read(body, largest), UTF_8), order);
    } catch (JacksonException e) {
      // the cause would quote what came
      throw InvalidInputException.of(ErrorCode.SYM_CODE_FORM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
