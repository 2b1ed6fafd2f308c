package jp.chukan.gateway.export;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** What may leave, and that it does is kept already. Only this package makes one. */
public final class ReleasedExport {
  private final ExportKind kind;
  private final ExportForm form;
  private final Consumer<OutputStream> content;

  ReleasedExport(ExportKind kind, ExportForm form, Consumer<OutputStream> content) {
    this.kind = kind;
    this.form = form;
    this.content = content;
  }

  public ExportKind kind() {
    return kind;
  }

  public ExportForm form() {
    return form;
  }

  /**
   * Writes it as a stream, in a transaction of its own.
   *
   * @throws UncheckedIOException when the other side takes no more
   */
  public void writeTo(OutputStream out) {
    content.accept(out);
  }
}
