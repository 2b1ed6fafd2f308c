package jp.chukan.mocknetwork.municipality;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A {@code multipart/form-data} body of XML files (RFC 7578). */
final class MultipartBody {
  private final String boundary = UUID.randomUUID().toString();
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  MultipartBody xml(String name, String fileName, byte[] content) {
    text("--%s\r\n".formatted(boundary));
    text(
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            .formatted(name, fileName));
    text("Content-Type: application/xml; charset=UTF-8\r\n\r\n");
    parts.writeBytes(content);
    text("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] bytes() {
    var body = new ByteArrayOutputStream();
    body.writeBytes(parts.toByteArray());
    body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private void text(String text) {
    parts.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
