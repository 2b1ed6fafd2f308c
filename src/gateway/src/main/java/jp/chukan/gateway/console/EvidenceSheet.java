package jp.chukan.gateway.console;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportForm;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.FileSheet;
import jp.chukan.gateway.record.seal.EvidenceExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All evidence of the institution as the file that {@code docs/evidence.md} describes. */
@Component
final class EvidenceSheet implements FileSheet<EvidenceSheet.Whole> {
  private final EvidenceExport export;

  EvidenceSheet(EvidenceExport export) {
    this.export = export;
  }

  /**
   * Everything: a part of it would prove nothing.
   *
   * @param askedAt when it was asked for
   */
  record Whole(Instant askedAt) {}

  @Override
  public ExportKind kind() {
    return ExportKind.EVIDENCE;
  }

  @Override
  public ExportForm form(Whole criteria) {
    return ExportForm.ZIP;
  }

  @Override
  public Class<Whole> type() {
    return Whole.class;
  }

  @Override
  public Whole freeze(InstitutionCode institution, Whole asked, Instant now) {
    return new Whole(now);
  }

  @Override
  public long count(InstitutionCode institution, Whole criteria) {
    return export.count(institution);
  }

  @Override
  public void write(InstitutionCode institution, Whole criteria, OutputStream out)
      throws IOException {
    export.write(institution, out);
  }

  @Override
  public List<ExportFact> facts(Whole criteria) {
    return List.of();
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(Whole criteria) {
    return null;
  }

  @Override
  public @Nullable String target(Whole criteria) {
    return null;
  }
}
