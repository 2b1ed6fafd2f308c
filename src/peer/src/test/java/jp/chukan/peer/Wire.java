package jp.chukan.peer;

import com.helger.http.header.HttpHeaderMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** Sees the body of each request as it goes out, and changes it when told to; one char per byte. */
final class Wire extends PooledPoster {
  private String seen = "";
  private @Nullable HttpHeaderMap headersSeen;
  private @Nullable HttpHeaderMap headersInPlace;
  private UnaryOperator<String> change = UnaryOperator.identity();

  Wire(SSLContext tls) {
    super(tls);
  }

  /** The body that was seen last. */
  String seen() {
    return seen;
  }

  /** Changes every body from now on. */
  void change(UnaryOperator<String> how) {
    change = how;
  }

  /** Sends the body that was seen last in place of every other from now on. */
  void repeat() {
    String body = seen;
    change = other -> body;
    headersInPlace = headersSeen;
  }

  @Override
  public <T> @Nullable T sendGenericMessage(
      String url,
      @Nullable HttpHeaderMap headers,
      HttpEntity entity,
      HttpClientResponseHandler<? extends T> responseHandler)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    entity.writeTo(body);
    seen = body.toString(StandardCharsets.ISO_8859_1);
    headersSeen = headers;
    return super.sendGenericMessage(
        url,
        headersInPlace == null ? headers : headersInPlace,
        new ByteArrayEntity(change.apply(seen).getBytes(StandardCharsets.ISO_8859_1), null),
        responseHandler);
  }
}
