package jp.chukan.gateway.console;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.ExportFact;
import jp.chukan.gateway.export.ExportForm;
import jp.chukan.gateway.export.ExportKind;
import jp.chukan.gateway.export.FileSheet;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.reconciliation.ReconciliationDesk;
import jp.chukan.gateway.reconciliation.RegisterForm;
import jp.chukan.gateway.reconciliation.ReplicaFile;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 「副本」 of one 「特定個人情報」 as a file for comparison with the register (MS-52), for who may see them.
 */
@Component
final class ReplicaSheet implements FileSheet<ReplicaSheet.Selection> {
  private final ReplicaFile file;
  private final ReconciliationDesk desk;
  private final Names names;
  private final InstitutionTransactions transactions;

  ReplicaSheet(
      ReplicaFile file,
      ReconciliationDesk desk,
      Names names,
      InstitutionTransactions transactions) {
    this.file = file;
    this.desk = desk;
    this.names = names;
    this.transactions = transactions;
  }

  /**
   * Which of them.
   *
   * @param information of this information
   * @param items these items alone; empty for all
   * @param form of the file
   */
  record Selection(
      SpecificPersonalInformationCode information, List<ItemCode> items, RegisterForm form) {}

  @Override
  public ExportKind kind() {
    return ExportKind.REPLICAS;
  }

  @Override
  public ExportForm form(Selection criteria) {
    return switch (criteria.form()) {
      case CSV -> ExportForm.CSV;
      case XML -> ExportForm.XML;
    };
  }

  @Override
  public Class<Selection> type() {
    return Selection.class;
  }

  @Override
  public Optional<ErrorCode> refusalOf(StaffIdentity who, Selection criteria) {
    return desk.refusal(who, criteria.information());
  }

  /** The file is compared with a register that goes on too: it tells how it is when it leaves. */
  @Override
  public Selection freeze(InstitutionCode institution, Selection asked, Instant now) {
    return asked;
  }

  @Override
  public long count(InstitutionCode institution, Selection criteria) {
    return file.count(institution, criteria.information());
  }

  @Override
  public void write(InstitutionCode institution, Selection criteria, OutputStream out) {
    transactions.run(
        institution,
        () ->
            file.write(
                institution, criteria.information(), criteria.items(), criteria.form(), out));
  }

  @Override
  public List<ExportFact> facts(Selection criteria) {
    List<ExportFact> facts = new ArrayList<>();
    facts.add(ExportFact.of("information", names.information(criteria.information())));
    if (!criteria.items().isEmpty()) {
      facts.add(
          ExportFact.of(
              "reconciliation.items",
              String.join(" ", criteria.items().stream().map(ItemCode::value).toList())));
    }
    return facts;
  }

  @Override
  public @Nullable UnifiedAddresseeNumber addressee(Selection criteria) {
    return null;
  }

  @Override
  public @Nullable String target(Selection criteria) {
    return criteria.information().value();
  }
}
