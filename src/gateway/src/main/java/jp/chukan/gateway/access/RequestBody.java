package jp.chukan.gateway.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** Reads what a peer sends, never more than the endpoint takes. */
public final class RequestBody {
  private RequestBody() {}

  /**
   * @param limit most bytes that are taken
   * @throws InvalidInputException with {@link ErrorCode#SYM_TOO_LARGE} past the limit
   */
  public static byte[] read(InputStream body, int limit) {
    try {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("the peer broke off while sending", e);
    }
  }
}
