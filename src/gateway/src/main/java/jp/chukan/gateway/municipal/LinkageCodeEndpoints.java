package jp.chukan.gateway.municipal;

import java.io.InputStream;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionResponse;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.linkagecode.AcquisitionState;
import jp.chukan.gateway.linkagecode.LinkageCodeAcquisitions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The 「宛名管理システム」 asks for 「符号」 (MS-32) and how far they are (MS-80). Neither 「符号」 nor 「宛名番号」 leaves
 * here: what belongs to whom is nobody's to read from outside.
 */
@RestController
class LinkageCodeEndpoints {
  private static final int LARGEST_MESSAGE = 2 << 20;

  private final Flows flows;
  private final LinkageCodeAcquisitions acquisitions;
  private final InstitutionTransactions transactions;

  LinkageCodeEndpoints(
      Flows flows, LinkageCodeAcquisitions acquisitions, InstitutionTransactions transactions) {
    this.flows = flows;
    this.acquisitions = acquisitions;
    this.transactions = transactions;
  }

  @PostMapping(
      path = "/municipal/linkage-codes",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> acquire(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    LinkageCodeAcquisitionRequest request =
        XmlMessages.read(
            LinkageCodeAcquisitionRequest.class, RequestBody.read(body, LARGEST_MESSAGE));
    LinkageCodeAcquisitionResponse response =
        flows.call(
            Flow.ACQUIRE_LINKAGE_CODES,
            client.institution(),
            request,
            LinkageCodeAcquisitionResponse.class);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(XmlMessages.write(response));
  }

  /** How one acquisition stands. */
  record AcquisitionView(ProcessingNumber processingNumber, AcquisitionState state) {}

  @GetMapping(
      path = "/municipal/linkage-codes/{processingNumber}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  AcquisitionView state(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String processingNumber) {
    ProcessingNumber number = new ProcessingNumber(processingNumber);
    return transactions
        .within(client.institution(), () -> acquisitions.find(number))
        .map(state -> new AcquisitionView(number, state))
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.FGU_UNKNOWN_PROCESSING_NUMBER));
  }
}
