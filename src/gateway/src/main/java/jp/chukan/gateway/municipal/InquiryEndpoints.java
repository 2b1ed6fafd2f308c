package jp.chukan.gateway.municipal;

import java.io.InputStream;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.message.InquiryAcceptance;
import jp.chukan.contract.message.InquiryRequest;
import jp.chukan.contract.message.InquiryResult;
import jp.chukan.contract.message.InquiryResultRequest;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.inquiry.InquiryStateView;
import jp.chukan.gateway.inquiry.InquiryStates;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.limit.QueueRoom;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The municipality inquires by message, and fetches what came of it (MS-21, MS-24). */
@RestController
class InquiryEndpoints {
  private static final int LARGEST_REQUEST = 16 << 20;
  private static final int LARGEST_RESULT_REQUEST = 1 << 20;

  private final Flows flows;
  private final InquiryStates states;
  private final QueueRoom room;

  InquiryEndpoints(Flows flows, InquiryStates states, QueueRoom room) {
    this.flows = flows;
    this.states = states;
    this.room = room;
  }

  @PostMapping(
      path = "/municipal/inquiries",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> inquire(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    room.require(Flow.ACCEPT_INQUIRIES, client.institution());
    InquiryRequest request =
        XmlMessages.read(InquiryRequest.class, RequestBody.read(body, LARGEST_REQUEST));
    return answer(
        flows.call(Flow.ACCEPT_INQUIRIES, client.institution(), request, InquiryAcceptance.class));
  }

  @PostMapping(
      path = "/municipal/inquiry-results",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> results(@AuthenticationPrincipal ClientIdentity client, InputStream body) {
    InquiryResultRequest request =
        XmlMessages.read(
            InquiryResultRequest.class, RequestBody.read(body, LARGEST_RESULT_REQUEST));
    return answer(
        flows.call(
            Flow.INQUIRE_INQUIRY_RESULTS, client.institution(), request, InquiryResult.class));
  }

  @GetMapping(
      path = "/municipal/inquiries/{processingNumber}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  InquiryStateView state(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String processingNumber) {
    return states.inquiry(client.institution(), new ProcessingNumber(processingNumber));
  }

  private static ResponseEntity<byte[]> answer(Message message) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(XmlMessages.write(message));
  }
}
