package jp.chukan.gateway.network;

import java.io.InputStream;
import java.util.HexFormat;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.access.Acknowledgements;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.limit.QueueRoom;
import jp.chukan.gateway.permission.ListReception;
import jp.chukan.gateway.permission.ListReception.Refused;
import jp.chukan.gateway.permission.ListReception.Stored;
import jp.chukan.gateway.permission.ListReception.Unchanged;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the interface system may hand over. The bytes are taken as they are and put on the queue of
 * the institution; nothing in them is believed here.
 */
@RestController
class NetworkEndpoints {
  private static final int LARGEST_MESSAGE = 1 << 20;
  private static final int LARGEST_LIST = 64 << 20;

  private final Flows flows;
  private final ServedInstitutions institutions;
  private final QueueRoom room;
  private final Acknowledgements acknowledgements;

  NetworkEndpoints(
      Flows flows,
      ServedInstitutions institutions,
      QueueRoom room,
      Acknowledgements acknowledgements) {
    this.flows = flows;
    this.institutions = institutions;
    this.room = room;
    this.acknowledgements = acknowledgements;
  }

  @PostMapping(path = "/network/{institution}/provision-requests", consumes = "application/cms")
  ResponseEntity<byte[]> acceptProvisionRequest(
      @PathVariable String institution, InputStream body) {
    return enqueue(Flow.ACCEPT_PROVISION_REQUEST, institution, body);
  }

  @PostMapping(path = "/network/{institution}/linkage-codes", consumes = "application/cms")
  ResponseEntity<byte[]> acceptLinkageCodes(@PathVariable String institution, InputStream body) {
    return enqueue(Flow.ACCEPT_LINKAGE_CODE_NOTICE, institution, body);
  }

  @PostMapping(path = "/network/{institution}/inquiry-answers", consumes = "application/cms")
  ResponseEntity<byte[]> acceptInquiryAnswer(@PathVariable String institution, InputStream body) {
    return enqueue(Flow.ACCEPT_INQUIRY_ANSWER, institution, body);
  }

  @PostMapping(path = "/network/permission-lists", consumes = "application/cms")
  ResponseEntity<byte[]> receivePermissionMatchingList(
      @AuthenticationPrincipal ClientIdentity network, InputStream body) {
    byte[] list = RequestBody.read(body, LARGEST_LIST);
    ListReception reception =
        flows.call(
            Flow.RECEIVE_PERMISSION_MATCHING_LIST,
            network.institution(),
            list,
            ListReception.class);
    return switch (reception) {
      case Stored stored -> acknowledgements.accepted(200);
      case Unchanged unchanged -> acknowledgements.accepted(200);
      case Refused(Refusal refusal) -> acknowledgements.refused(400, refusal);
    };
  }

  private ResponseEntity<byte[]> enqueue(Flow flow, String institution, InputStream body) {
    InstitutionCode served = new InstitutionCode(institution);
    if (institutions.find(served).isEmpty()) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "institution");
    }
    room.require(flow, served);
    byte[] message = RequestBody.read(body, LARGEST_MESSAGE);
    flows.enqueue(
        flow,
        served,
        message,
        flow.entrance() + ":" + served + ":" + HexFormat.of().formatHex(Sha256.of(message)));
    return acknowledgements.accepted(202);
  }
}
