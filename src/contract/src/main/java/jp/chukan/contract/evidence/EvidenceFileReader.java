package jp.chukan.contract.evidence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of evidence as a stream. Nothing of what it holds is proved by that.
 *
 * <p>Refuses with {@link ErrorCode#TKM_EVIDENCE_FORM} and the number of the line what has another
 * form.
 */
public final class EvidenceFileReader implements Closeable {
  private final ZipInputStream zip;
  private final MappingIterator<JsonNode> lines;
  private final InstitutionCode institution;
  private final Instant exportedAt;
  private long line = 1;
  private long leaves;
  private long heads;
  private boolean whole;

  public EvidenceFileReader(InputStream file) throws IOException {
    this.zip = new ZipInputStream(file);
    try {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || !EvidenceFileWriter.ENTRY.equals(entry.getName())) {
        throw otherForm(null);
      }
      this.lines = EvidenceLine.JSON.readerFor(JsonNode.class).readValues(zip);
      JsonNode first = nextLine().orElseThrow(() -> otherForm(null));
      if (!first.path("format").asText().equals(EvidenceLine.FORMAT)) {
        throw otherForm(null);
      }
      this.institution = new InstitutionCode(first.path("institution").asText());
      this.exportedAt = Instant.parse(first.path("exportedAt").asText());
    } catch (JacksonException | ZipException | EOFException other) {
      throw otherForm(other);
    } catch (DateTimeException | InvalidInputException other) {
      throw otherForm(other);
    }
  }

  /** Whose evidence it says that it is. */
  public InstitutionCode institution() {
    return institution;
  }

  /** When it says that it was taken. */
  public Instant exportedAt() {
    return exportedAt;
  }

  /**
   * The next leaf or head.
   *
   * @return empty at the end, be it the right one or not: {@link #isWhole} tells
   */
  public Optional<EvidenceEntry> next() throws IOException {
    if (whole) {
      return Optional.empty();
    }
    Optional<JsonNode> next = nextLine();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    EvidenceEntry entry = entryOf(next.get());
    if (entry == null) {
      checkEnd(next.get());
      return Optional.empty();
    }
    if (entry instanceof EvidenceEntry.OfHead) {
      heads++;
    } else {
      leaves++;
    }
    return Optional.of(entry);
  }

  /** Whether the last line was there, and counted what came before it. */
  public boolean isWhole() {
    return whole;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private @Nullable EvidenceEntry entryOf(JsonNode next) {
    try {
      return EvidenceLine.entry(next);
    } catch (IOException | IllegalArgumentException other) {
      throw otherForm(other);
    }
  }

  private void checkEnd(JsonNode last) throws IOException {
    if (!last.has("leafCount") || !last.has("headCount")) {
      throw otherForm(null);
    }
    whole =
        last.get("leafCount").longValue() == leaves
            && last.get("headCount").longValue() == heads
            && nextLine().isEmpty();
  }

  private Optional<JsonNode> nextLine() throws IOException {
    try {
      if (!lines.hasNextValue()) {
        return Optional.empty();
      }
      Optional<JsonNode> next = Optional.of(lines.nextValue());
      line++;
      return next;
    } catch (EOFException cut) {
      return Optional.empty();
    } catch (JacksonException | ZipException other) {
      throw otherForm(other);
    }
  }

  private InvalidInputException otherForm(@Nullable Throwable cause) {
    return new InvalidInputException(
        Refusal.of(ErrorCode.TKM_EVIDENCE_FORM).inRecord(Long.toString(line)), cause);
  }
}
