package jp.chukan.gateway.console;

import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
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

/** 「情報提供等記録」 of the institution, by 「処理通番」 and never with a 「符号」. */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR})
class RecordsPage {
  static final String PATH = "/console/records";

  private final ProvisionRecords records;
  private final Names names;
  private final InstitutionTransactions transactions;

  RecordsPage(ProvisionRecords records, Names names, InstitutionTransactions transactions) {
    this.records = records;
    this.names = names;
    this.transactions = transactions;
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

  @GetMapping(PATH)
  String show(StaffIdentity staff, Selection selection, Model model) {
    fill(model, selection, read(staff.institution(), selection));
    model.addAttribute("mayTakeOut", staff.mayActAs(StaffRole.APPROVER));
    return "console/records";
  }

  private List<StoredRecord> read(InstitutionCode institution, Selection selection) {
    return transactions.within(
        institution,
        () ->
            records.newest(
                institution,
                selection.processingNumber(),
                selection.recordSide(),
                selection.position(),
                Pages.ROWS + 1));
  }

  private void fill(Model model, Selection selection, List<StoredRecord> read) {
    List<StoredRecord> rows = read.stream().limit(Pages.ROWS).toList();
    model.addAttribute("selection", selection);
    model.addAttribute("older", read.size() > Pages.ROWS ? rows.getLast().position() : null);
    fill(model, rows, names);
  }

  /** What the table of records needs. */
  static void fill(Model model, List<StoredRecord> rows, Names names) {
    model.addAttribute("records", rows);
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
