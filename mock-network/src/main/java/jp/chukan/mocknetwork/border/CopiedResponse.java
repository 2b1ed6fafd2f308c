package jp.chukan.mocknetwork.border;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A response whose body is copied while it is written. */
final class CopiedResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private @Nullable PrintWriter writer;

  CopiedResponse(HttpServletResponse response) {
    super(response);
  }

  byte[] copy() {
    if (writer != null) {
      writer.flush();
    }
    return copy.toByteArray();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Copying(super.getOutputStream());
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PrintWriter opened = writer;
    if (opened == null) {
      opened = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
      writer = opened;
    }
    return opened;
  }

  private final class Copying extends ServletOutputStream {
    private final ServletOutputStream original;

    Copying(ServletOutputStream original) {
      this.original = original;
    }

    @Override
    public void write(int one) throws IOException {
      copy.write(one);
      original.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      copy.write(bytes, from, length);
      original.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      original.flush();
    }

    @Override
    public void close() throws IOException {
      original.close();
    }

    @Override
    public boolean isReady() {
      return original.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      original.setWriteListener(listener);
    }
  }
}
