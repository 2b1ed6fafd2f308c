package jp.chukan.gateway.municipal;

import java.util.List;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The institution looks at its own 「情報提供等記録」 and communications (MS-78), all or those of one
 * number. Persons do not appear in them: the 「符号」 stays inside.
 */
@RestController
class RecordEndpoints {
  private final ProvisionRecords records;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;

  RecordEndpoints(
      ProvisionRecords records,
      CommunicationLog communications,
      InstitutionTransactions transactions) {
    this.records = records;
    this.communications = communications;
    this.transactions = transactions;
  }

  @GetMapping(path = "/municipal/provision-records", produces = MediaType.APPLICATION_JSON_VALUE)
  List<ProvisionRecordView> provisionRecords(
      @AuthenticationPrincipal ClientIdentity client,
      @RequestParam(required = false) @Nullable String processingNumber) {
    ProcessingNumber number = number(processingNumber);
    return transactions
        .within(client.institution(), () -> records.find(client.institution(), number))
        .stream()
        .map(ProvisionRecordView::of)
        .toList();
  }

  @GetMapping(path = "/municipal/communications", produces = MediaType.APPLICATION_JSON_VALUE)
  List<CommunicationView> communications(
      @AuthenticationPrincipal ClientIdentity client,
      @RequestParam(name = "number", required = false) @Nullable String anyNumber) {
    ProcessingNumber number = number(anyNumber);
    return transactions
        .within(
            client.institution(), () -> communications.find(number == null ? null : number.value()))
        .stream()
        .map(CommunicationView::of)
        .toList();
  }

  /** 「処理通番」 and 「受付番号」 have the same form; anything else is asked for in vain. */
  private static @Nullable ProcessingNumber number(@Nullable String value) {
    return value == null ? null : new ProcessingNumber(value);
  }
}
