package jp.chukan.mocknetwork.border;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A request whose body is copied while it is read. */
final class CopiedRequest extends HttpServletRequestWrapper {
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

  CopiedRequest(HttpServletRequest request) {
    super(request);
  }

  byte[] copy() {
    return copy.toByteArray();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Copying(super.getInputStream());
  }

  private final class Copying extends ServletInputStream {
    private final ServletInputStream original;

    Copying(ServletInputStream original) {
      this.original = original;
    }

    @Override
    public int read() throws IOException {
      int one = original.read();
      if (one >= 0) {
        copy.write(one);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int some = original.read(bytes, from, length);
      if (some > 0) {
        copy.write(bytes, from, some);
      }
      return some;
    }

    @Override
    public boolean isFinished() {
      return original.isFinished();
    }

    @Override
    public boolean isReady() {
      return original.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      original.setReadListener(listener);
    }
  }
}
