package jp.chukan.gateway.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.replica.ReplicaKey;
import org.springframework.stereotype.Component;

/**
 * What a comparison found, row by row, in the open transaction of the institution: one row for each
 * item in which both sides differ, one for a record that one side lacks.
 */
@Component
public class FindingFile {
  private static final List<String> HEADER =
      List.of(
          "番号",
          "種類",
          RegisterColumn.ADDRESSEE.heading(),
          RegisterColumn.DATA_SET.heading(),
          RegisterColumn.RECORD_KEY.heading(),
          "項目コード",
          "原本の値",
          "副本の値",
          "申請番号");

  private final Reconciliations reconciliations;
  private final Findings findings;

  FindingFile(Reconciliations reconciliations, Findings findings) {
    this.reconciliations = reconciliations;
    this.findings = findings;
  }

  /** Names of the columns. */
  public List<String> header() {
    return HEADER;
  }

  /** About which information it is; empty when there is no such comparison. */
  public Optional<SpecificPersonalInformationCode> information(FindingSelection selection) {
    return reconciliations.find(selection.number()).map(Reconciliation::information);
  }

  /** How many rows there are. */
  public long count(InstitutionCode institution, FindingSelection selection) {
    return findings.count(institution, selection);
  }

  /** Hands over row by row. */
  public void write(
      InstitutionCode institution, FindingSelection selection, Consumer<List<String>> rows) {
    findings.each(institution, selection, found -> write(found, rows));
  }

  private static void write(Findings.Opened found, Consumer<List<String>> rows) {
    List<ItemDifference> differences = found.content().differences();
    if (differences.isEmpty()) {
      rows.accept(row(found, new ItemDifference("", null, null)));
    }
    differences.forEach(one -> rows.accept(row(found, one)));
  }

  private static List<String> row(Findings.Opened found, ItemDifference one) {
    ReplicaKey key = found.content().key();
    return List.of(
        String.valueOf(found.facts().position()),
        switch (found.facts().kind()) {
          case MISSING -> "副本になし";
          case EXTRA -> "原本になし";
          case DIFFERENT -> "相違";
        },
        key.addressee().value(),
        key.dataSet().value(),
        key.recordKey(),
        one.item(),
        Objects.toString(one.register(), ""),
        Objects.toString(one.replica(), ""),
        Objects.toString(found.facts().proposal(), ""));
  }
}
