package jp.chukan.contract.evidence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
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
  private final MappingIterator<EvidenceLine> lines;
  private final InstitutionCode institution;
  private final Instant exportedAt;
  private long line = 1;
  private long leaves;
  private long heads;
  private boolean whole;

  public EvidenceFileReader(InputStream file) throws IOException {
    this.zip = new ZipInputStream(file);
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !EvidenceFileWriter.ENTRY.equals(entry.getName())) {
      throw InvalidInputException.of(ErrorCode.TKM_EVIDENCE_FORM);
    }
    this.lines = EvidenceLine.JSON.readerFor(EvidenceLine.class).readValues(zip);
    try {
      EvidenceLine first = nextLine().orElseThrow(() -> otherForm(null));
      if (!EvidenceLine.FORMAT.equals(first.format())) {
        throw otherForm(null);
      }
      this.institution = new InstitutionCode(String.valueOf(first.institution()));
      this.exportedAt = Instant.parse(String.valueOf(first.exportedAt()));
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
    Optional<EvidenceLine> next = nextLine();
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

  private @Nullable EvidenceEntry entryOf(EvidenceLine next) {
    try {
      return next.entry();
    } catch (IllegalArgumentException other) {
      throw otherForm(other);
    }
  }

  private void checkEnd(EvidenceLine last) throws IOException {
    if (last.leafCount() == null || last.headCount() == null) {
      throw otherForm(null);
    }
    whole =
        Objects.equals(last.leafCount(), leaves)
            && Objects.equals(last.headCount(), heads)
            && nextLine().isEmpty();
  }

  private Optional<EvidenceLine> nextLine() throws IOException {
    try {
      if (!lines.hasNextValue()) {
        return Optional.empty();
      }
      Optional<EvidenceLine> next = Optional.of(lines.nextValue());
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
