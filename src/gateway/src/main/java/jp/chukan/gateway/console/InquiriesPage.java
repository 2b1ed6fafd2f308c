package jp.chukan.gateway.console;

import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.inquiry.InquiryOverview;
import jp.chukan.gateway.inquiry.InquiryRequestView;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 「情報照会」: files and messages, and how their inquiries stand (MS-78); nobody is named. */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class InquiriesPage {
  private final InquiryOverview inquiries;
  private final InstitutionTransactions transactions;

  InquiriesPage(InquiryOverview inquiries, InstitutionTransactions transactions) {
    this.inquiries = inquiries;
    this.transactions = transactions;
  }

  @GetMapping("/console/inquiries")
  String list(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String page, Model model) {
    model.addAttribute(
        "requests",
        transactions.within(
            staff.institution(), () -> Pages.of(inquiries::requests, Pages.number(page))));
    return "console/inquiries";
  }

  @GetMapping("/console/inquiries/{number}")
  String show(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    ReceptionNumber reception = new ReceptionNumber(number);
    transactions.run(
        staff.institution(),
        () -> {
          InquiryRequestView request =
              inquiries
                  .request(reception)
                  .orElseThrow(() -> PageRefusal.notFound(ErrorCode.SKI_UNKNOWN_RECEPTION));
          model.addAttribute("request", request);
          model.addAttribute(
              "lines",
              Pages.of((skip, most) -> inquiries.lines(reception, skip, most), Pages.number(page)));
        });
    return "console/inquiry-request";
  }
}
