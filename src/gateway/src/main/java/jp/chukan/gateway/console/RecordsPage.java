package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.StoredRecord;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「情報提供等記録」 of the institution, by 「処理通番」 and never with a 「符号」. What is printed is an output, and
 * so recorded with its purpose (JN-37).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR})
class RecordsPage {
  private final ProvisionRecords records;
  private final OperationLog operations;
  private final Names names;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RecordsPage(
      ProvisionRecords records,
      OperationLog operations,
      Names names,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.records = records;
    this.operations = operations;
    this.names = names;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Which records are shown.
   *
   * @param number 「処理通番」, empty for all
   * @param side name of the side, empty for both
   * @param before only those before this position, empty for the newest
   */
  record Selection(@Nullable String number, @Nullable String side, @Nullable String before) {

    @Nullable ProcessingNumber processingNumber() {
      return number == null || number.isBlank() ? null : new ProcessingNumber(number.strip());
    }

    @Nullable RecordSide recordSide() {
      return Stream.of(RecordSide.values())
          .filter(value -> value.name().equals(side))
          .findFirst()
          .orElse(null);
    }

    long position() {
      return before != null && before.matches("[0-9]{1,18}")
          ? Long.parseLong(before)
          : Long.MAX_VALUE;
    }
  }

  @GetMapping("/console/records")
  String show(StaffIdentity staff, Selection selection, Model model) {
    fill(model, selection, read(staff.institution(), selection));
    return "console/records";
  }

  /** The same page to be printed, once the purpose is kept. */
  @PostMapping("/console/records/print")
  String print(
      StaffIdentity staff,
      Selection selection,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      return show(staff, selection, model);
    }
    List<StoredRecord> rows =
        transactions.within(
            staff.institution(),
            () -> {
              operations.append(exported(staff, selection, purpose));
              return records(staff.institution(), selection);
            });
    fill(model, selection, rows);
    model.addAttribute("printedAt", clock.instant());
    return "console/records-print";
  }

  private Operation exported(StaffIdentity staff, Selection selection, @Nullable String purpose) {
    ProcessingNumber number = selection.processingNumber();
    return new Operation(
        staff.institution(),
        staff.user(),
        OperationKind.EXPORT,
        "console.records.print",
        true,
        number == null ? null : number.value(),
        null,
        Purpose.of(purpose),
        clock.instant());
  }

  private List<StoredRecord> read(InstitutionCode institution, Selection selection) {
    return transactions.within(institution, () -> records(institution, selection));
  }

  private List<StoredRecord> records(InstitutionCode institution, Selection selection) {
    return records.newest(
        institution,
        selection.processingNumber(),
        selection.recordSide(),
        selection.position(),
        Pages.ROWS + 1);
  }

  private void fill(Model model, Selection selection, List<StoredRecord> read) {
    List<StoredRecord> rows = read.stream().limit(Pages.ROWS).toList();
    model.addAttribute("selection", selection);
    model.addAttribute("records", rows);
    model.addAttribute("older", read.size() > Pages.ROWS ? rows.getLast().position() : null);
    model.addAttribute("names", names);
    model.addAttribute(
        "institutions",
        names.institutions(
            rows.stream()
                .map(StoredRecord::entry)
                .<@Nullable InstitutionCode>mapMulti(
                    (entry, codes) -> {
                      codes.accept(entry.inquirer());
                      codes.accept(entry.provider());
                    })
                .toList()));
  }
}
