package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.record.RecordExtract;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 「情報提供等記録」 as paper, a page at a time, and all that are searched for as a file, which leaves with
 * a superior only (JN-21). Each output states its purpose and is kept (JN-37), and a long one waits
 * for approval (JN-22).
 */
@Controller
class RecordExports {
  private final RecordsPage page;
  private final RecordSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;
  private final InstantSource clock;

  RecordExports(
      RecordsPage page,
      RecordSheet sheet,
      AskForExport ask,
      ExportAnswers answers,
      InstantSource clock) {
    this.page = page;
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
    this.clock = clock;
  }

  /** The page that is shown. */
  @OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR})
  @PostMapping(RecordsPage.PATH + "/print")
  ModelAndView print(
      StaffIdentity staff,
      RecordsPage.Selection selection,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    if (!Purpose.isStated(purpose)) {
      return missing(staff, selection, model);
    }
    ExportRequest<RecordExtract.Selection> request =
        new ExportRequest<>(
            sheet,
            new RecordExtract.Selection(
                selection.processingNumber(),
                selection.recordSide(),
                null,
                null,
                selection.position(),
                Pages.ROWS),
            "console.records.print",
            Purpose.of(purpose));
    return switch (ask.ask(staff, request)) {
      case Released released -> {
        model.addAttribute("printedAt", clock.instant());
        page.show(staff, selection, model);
        yield new ModelAndView("console/records-print");
      }
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  /**
   * All that are searched for.
   *
   * @param from first day, empty for any
   * @param to last day, empty for any
   */
  @OpenTo(StaffRole.APPROVER)
  @PostMapping(RecordsPage.PATH + "/file")
  @Nullable ModelAndView file(
      StaffIdentity staff,
      RecordsPage.Selection selection,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String purpose,
      Model model,
      HttpServletResponse response)
      throws IOException {
    if (!Purpose.isStated(purpose)) {
      return missing(staff, selection, model);
    }
    Instant first = TypedDays.start(from, "from");
    Instant last = TypedDays.end(to, "to");
    ExportRequest<RecordExtract.Selection> request =
        new ExportRequest<>(
            sheet,
            new RecordExtract.Selection(
                selection.processingNumber(),
                selection.recordSide(),
                first,
                last,
                Long.MAX_VALUE,
                null),
            "console.records.file",
            Purpose.of(purpose));
    return switch (ask.ask(staff, request)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  private ModelAndView missing(StaffIdentity staff, RecordsPage.Selection selection, Model model) {
    model.addAttribute("purposeMissing", true);
    return new ModelAndView(page.show(staff, selection, model));
  }
}
