package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.seal.EvidenceOverview;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 「証跡」: how the tree over the institution's records stands, how long information is still provided
 * while it does not grow, and the files with which it is verified elsewhere (JN-19). The evidence
 * leaves with administrators (JN-21) and a purpose (JN-37), much of it with approval only (JN-22);
 * who carries it need not be trusted. A head holds nothing of anybody.
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class EvidencePage {
  static final String PATH = "/console/evidence";

  private final EvidenceOverview evidence;
  private final EvidenceSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  EvidencePage(
      EvidenceOverview evidence,
      EvidenceSheet sheet,
      AskForExport ask,
      ExportAnswers answers,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.evidence = evidence;
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String show(StaffIdentity staff, Model model) {
    Instant now = clock.instant();
    EvidenceOverview.TreeView tree = look(staff, now);
    model.addAttribute("newest", tree.newest().orElse(null));
    model.addAttribute("stamped", tree.stamped().orElse(null));
    model.addAttribute("limitHours", tree.state().limit().toHours());
    model.addAttribute("delay", tree.state().delay(now).toSeconds());
    model.addAttribute("stopsAt", now.plus(tree.state().left(now)));
    model.addAttribute("overdue", tree.state().isOverdue(now));
    model.addAttribute("mayTake", staff.mayActAs(StaffRole.ADMINISTRATOR));
    model.addAttribute("late", tree.state().delay(now).compareTo(HomeConcerns.EVIDENCE_LATE) > 0);
    return "console/evidence";
  }

  /** The newest signed head, to be kept elsewhere. */
  @PostMapping(PATH + "/head")
  ResponseEntity<byte[]> head(StaffIdentity staff) {
    return look(staff, clock.instant())
        .newest()
        .map(
            head ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/cms"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, file(head.treeSize()))
                    .body(head.signed().bytes()))
        .orElseThrow(() -> PageRefusal.notFound(ErrorCode.TKM_NOT_SEALED));
  }

  @OpenTo(StaffRole.ADMINISTRATOR)
  @PostMapping(PATH + "/file")
  @Nullable ModelAndView file(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String purpose,
      Model model,
      HttpServletResponse response)
      throws IOException {
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      return new ModelAndView(show(staff, model));
    }
    ExportRequest<EvidenceSheet.Whole> request =
        new ExportRequest<>(
            sheet,
            new EvidenceSheet.Whole(clock.instant()),
            "console.evidence.file",
            Purpose.of(purpose));
    return switch (ask.ask(staff, request)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  private EvidenceOverview.TreeView look(StaffIdentity staff, Instant now) {
    return transactions.within(staff.institution(), () -> evidence.of(staff.institution(), now));
  }

  private static String file(long size) {
    return ContentDisposition.attachment().filename("head-" + size + ".p7s").build().toString();
  }
}
