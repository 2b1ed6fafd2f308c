package jp.chukan.contract.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.chukan.contract.code.InstitutionCode;

/**
 * Writes a file of evidence: a ZIP with one entry of JSON lines, which {@code docs/evidence.md}
 * describes. Each head stands behind the leaves that it adds, so that a reader needs no more than
 * one batch in memory. Only {@link #finish} makes the file whole.
 */
public final class EvidenceFileWriter implements Closeable {
  /** Name of the entry. */
  public static final String ENTRY = "evidence.jsonl";

  private final ZipOutputStream zip;
  private final SequenceWriter lines;
  private long leaves;
  private long heads;
  private long strays;

  /**
   * @param out where the file goes; closed with this
   * @param institution whose evidence it is
   * @param exportedAt when it was taken
   */
  public EvidenceFileWriter(OutputStream out, InstitutionCode institution, Instant exportedAt)
      throws IOException {
    this.zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry(ENTRY));
    this.lines =
        EvidenceLine.JSON
            .writer()
            .withRootValueSeparator("\n")
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .writeValues(zip);
    lines.write(EvidenceLine.first(institution, exportedAt.toString()));
  }

  /** Adds a leaf. */
  public void write(EvidenceLeaf leaf) throws IOException {
    leaves++;
    lines.write(EvidenceLine.of(leaf));
  }

  /** Adds a record that has no leaf, so that whoever reads the file sees it. */
  public void write(EvidenceEntry.OfStray stray) throws IOException {
    strays++;
    lines.write(EvidenceLine.of(stray));
  }

  /** Adds a head behind its leaves. */
  public void write(EvidenceHead head) throws IOException {
    heads++;
    lines.write(EvidenceLine.of(head));
  }

  /** Writes how much there is; without it the file reads as cut off. */
  public void finish() throws IOException {
    lines.write(EvidenceLine.last(leaves + strays, heads));
    lines.close();
    zip.closeEntry();
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
