package jp.chukan.gateway.municipal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The institution looks at its own 「情報提供等記録」 and communications (MS-78), all or those of one
 * number; 10,000 records at a time, the next with the position of the last. Persons do not appear
 * in them: the 「符号」 stays inside.
 */
@RestController
class RecordEndpoints {
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

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
      @RequestParam(required = false) @Nullable String processingNumber,
      @RequestParam(required = false) @Nullable String side,
      @RequestParam(required = false) @Nullable String after) {
    ProcessingNumber number = number(processingNumber);
    RecordSide onSide = side(side);
    long position = position(after);
    return transactions
        .within(
            client.institution(),
            () -> records.page(client.institution(), number, onSide, position))
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

  private static @Nullable RecordSide side(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return Stream.of(RecordSide.values())
        .filter(side -> side.name().equals(value))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "side"));
  }

  private static long position(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    if (!POSITION.matcher(value).matches()) {
      throw InvalidInputException.at(ErrorCode.SYM_CODE_FORM, "after");
    }
    return Long.parseLong(value);
  }

  /** 「処理通番」 and 「受付番号」 have the same form; anything else is asked for in vain. */
  private static @Nullable ProcessingNumber number(@Nullable String value) {
    return value == null ? null : new ProcessingNumber(value);
  }
}
