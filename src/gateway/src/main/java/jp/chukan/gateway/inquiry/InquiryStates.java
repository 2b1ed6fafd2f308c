package jp.chukan.gateway.inquiry;

import java.util.Map;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.springframework.stereotype.Component;

/** Tells how inquiries and files of an institution stand (MS-78, MS-79), without their contents. */
@Component
public class InquiryStates {
  private final InquiryRequests requests;
  private final InquiryEntries inquiries;
  private final InstitutionTransactions transactions;

  InquiryStates(
      InquiryRequests requests, InquiryEntries inquiries, InstitutionTransactions transactions) {
    this.requests = requests;
    this.inquiries = inquiries;
    this.transactions = transactions;
  }

  /**
   * @throws InvalidInputException {@link ErrorCode#SKI_UNKNOWN_RECEPTION} for a number that this
   *     institution was never given
   */
  public InquiryStateView inquiry(InstitutionCode institution, ProcessingNumber number) {
    return transactions
        .within(institution, () -> inquiries.find(number))
        .map(InquiryStateView::of)
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.SKI_UNKNOWN_RECEPTION));
  }

  /**
   * @throws InvalidInputException {@link ErrorCode#SKI_UNKNOWN_RECEPTION} for a number under which
   *     this institution handed in no file
   */
  public InquiryFileView file(InstitutionCode institution, ReceptionNumber number) {
    return transactions.within(institution, () -> file(number));
  }

  private InquiryFileView file(ReceptionNumber number) {
    InquiryRequests.Taken taken = requests.requireFile(number);
    Map<InquiryState, Integer> states = inquiries.states(number);
    return new InquiryFileView(
        number,
        taken.name(),
        taken.receivedAt(),
        taken.lines(),
        states.keySet().stream().noneMatch(InquiryState::isOpen),
        states.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }
}
