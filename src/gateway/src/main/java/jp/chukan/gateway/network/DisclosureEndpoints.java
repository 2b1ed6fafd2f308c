package jp.chukan.gateway.network;

import java.io.InputStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.access.Acknowledgements;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.disclosure.DisclosureOutcome;
import jp.chukan.gateway.disclosure.DisclosureOutcome.Answered;
import jp.chukan.gateway.disclosure.DisclosureOutcome.Refused;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the 「情報提供等記録開示システム」 may ask; it waits for the answer, so that no queue is between. */
@RestController
class DisclosureEndpoints {
  private static final int LARGEST_REQUEST = 64 << 10;
  private static final String CMS = "application/cms";

  private final Flows flows;
  private final ServedInstitutions institutions;
  private final Acknowledgements acknowledgements;

  DisclosureEndpoints(
      Flows flows, ServedInstitutions institutions, Acknowledgements acknowledgements) {
    this.flows = flows;
    this.institutions = institutions;
    this.acknowledgements = acknowledgements;
  }

  @PostMapping(path = "/disclosure/{institution}/record-disclosures", consumes = CMS)
  ResponseEntity<byte[]> discloseRecords(@PathVariable String institution, InputStream body) {
    return answer(Flow.DISCLOSE_RECORDS, institution, body);
  }

  @PostMapping(path = "/disclosure/{institution}/self-information", consumes = CMS)
  ResponseEntity<byte[]> provideSelfInformation(
      @PathVariable String institution, InputStream body) {
    return answer(Flow.PROVIDE_SELF_INFORMATION, institution, body);
  }

  @PostMapping(path = "/disclosure/{institution}/notices", consumes = CMS)
  ResponseEntity<byte[]> showCitizenNotices(@PathVariable String institution, InputStream body) {
    return answer(Flow.SHOW_CITIZEN_NOTICES, institution, body);
  }

  private ResponseEntity<byte[]> answer(Flow flow, String institution, InputStream body) {
    InstitutionCode served = new InstitutionCode(institution);
    if (institutions.find(served).isEmpty()) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "institution");
    }
    byte[] request = RequestBody.read(body, LARGEST_REQUEST);
    return switch (flows.call(flow, served, request, DisclosureOutcome.class)) {
      case Answered(byte[] signed) ->
          ResponseEntity.ok().contentType(MediaType.parseMediaType(CMS)).body(signed);
      case Refused(Refusal refusal) -> acknowledgements.refused(400, refusal);
    };
  }
}
