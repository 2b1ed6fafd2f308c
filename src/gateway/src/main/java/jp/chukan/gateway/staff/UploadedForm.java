package jp.chukan.gateway.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A form of the console that brings a file: the token of its page comes first, then the other
 * fields, and the file last, as a stream; nothing of it is kept on disk (MS-61). A browser sends
 * the fields in the order of the page.
 */
public final class UploadedForm {
  private static final String ATTRIBUTE = UploadedForm.class.getName();
  private static final int LONGEST_FIELD = 4_096;
  private static final int MOST_FIELDS = 20;

  private final FileItemInputIterator items;
  private final Map<String, String> fields = new HashMap<>();
  private @Nullable FileItemInput file;

  private UploadedForm(FileItemInputIterator items) {
    this.items = items;
  }

  /** Whether the request brings a form of this kind. */
  public static boolean isBroughtBy(HttpServletRequest request) {
    return JakartaServletFileUpload.isMultipartContent(request);
  }

  /**
   * Reads the first field only, which tells whether the rest may be read at all.
   *
   * @param token name of the field
   * @return the request with that field among its parameters; without it when another field, or
   *     none, comes first
   */
  public static HttpServletRequest begin(HttpServletRequest request, String token)
      throws IOException {
    JakartaServletFileUpload<?, ?> parts = new JakartaServletFileUpload<>();
    parts.setHeaderCharset(StandardCharsets.UTF_8);
    try {
      UploadedForm form = new UploadedForm(parts.getItemIterator(request));
      form.readField();
      request.setAttribute(ATTRIBUTE, form);
      return new WithToken(request, token, form.fields.get(token));
    } catch (FileUploadException | InvalidInputException notSuchAForm) {
      return request;
    }
  }

  /** That of this request; empty when it brings none. */
  public static Optional<UploadedForm> of(HttpServletRequest request) {
    return Optional.ofNullable((UploadedForm) request.getAttribute(ATTRIBUTE));
  }

  /**
   * Reads the fields up to the file.
   *
   * @return the file's content, to be read once; empty when there is none
   * @throws InvalidInputException when a field is too long, or there are too many
   */
  public Optional<InputStream> file() throws IOException {
    while (file == null && fields.size() < MOST_FIELDS && readField()) {
      continue;
    }
    return file == null ? Optional.empty() : Optional.of(file.getInputStream());
  }

  /** A field that came before the file, null when it did not. */
  public @Nullable String field(String name) {
    return fields.get(name);
  }

  /** Returns whether there was one that is no file. */
  private boolean readField() throws IOException {
    if (!items.hasNext()) {
      return false;
    }
    FileItemInput next = items.next();
    if (!next.isFormField()) {
      file = next;
      return false;
    }
    byte[] text = next.getInputStream().readNBytes(LONGEST_FIELD + 1);
    if (text.length > LONGEST_FIELD) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
    fields.putIfAbsent(next.getFieldName(), new String(text, StandardCharsets.UTF_8));
    return true;
  }

  /** Never shows what was typed. */
  @Override
  public String toString() {
    return "UploadedForm[redacted]";
  }

  /** The request as one whose token can be found. */
  private static final class WithToken extends HttpServletRequestWrapper {
    private final String name;
    private final @Nullable String token;

    WithToken(HttpServletRequest request, String name, @Nullable String token) {
      super(request);
      this.name = name;
      this.token = token;
    }

    @Override
    public @Nullable String getParameter(String asked) {
      return asked.equals(name) ? token : super.getParameter(asked);
    }
  }
}
