package jp.chukan.gateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.TableSheet;
import jp.chukan.gateway.reconciliation.FindingFile;
import jp.chukan.gateway.reconciliation.FindingSelection;
import jp.chukan.gateway.reconciliation.ReconciliationDesk;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a comparison with the register found, as a file (MS-52), for who may see the 「副本」. */
@Component
final class FindingSheet implements TableSheet<FindingSelection> {
  private final FindingFile file;
  private final ReconciliationDesk desk;

  FindingSheet(FindingFile file, ReconciliationDesk desk) {
    this.file = file;
    this.desk = desk;
  }

  @Override
  public ExportKind kind() {
    return ExportKind.FINDINGS;
  }

  @Override
  public Class<FindingSelection> type() {
    return FindingSelection.class;
  }

  @Override
  public Optional<ErrorCode> refusalOf(StaffIdentity who, FindingSelection criteria) {
    return file.information(criteria)
        .map(information -> desk.refusal(who, information))
        .orElse(Optional.of(ErrorCode.DBM_RECONCILIATION_UNKNOWN));
  }

  /** A comparison that has ended finds nothing more. */
  @Override
  public FindingSelection freeze(InstitutionCode institution, FindingSelection asked, Instant now) {
    return asked;
  }

  @Override
  public long count(InstitutionCode institution, FindingSelection criteria) {
    return file.count(institution, criteria);
  }

  @Override
  public List<String> header() {
    return file.header();
  }

  @Override
  public void write(
      InstitutionCode institution, FindingSelection criteria, Consumer<List<String>> rows) {
    file.write(institution, criteria, rows);
  }

  @Override
  public List<ExportFact> facts(FindingSelection criteria) {
    List<ExportFact> facts = new ArrayList<>();
    facts.add(ExportFact.of("reconciliation.number", criteria.number().value()));
    if (criteria.kind() != null) {
      facts.add(ExportFact.chosen("reconciliation.kind", "reconciliation.kind." + criteria.kind()));
    }
    if (criteria.item() != null) {
      facts.add(ExportFact.of("reconciliation.item", criteria.item()));
    }
    return facts;
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(FindingSelection criteria) {
    return null;
  }

  @Override
  public @Nullable String target(FindingSelection criteria) {
    return criteria.number().value();
  }
}
