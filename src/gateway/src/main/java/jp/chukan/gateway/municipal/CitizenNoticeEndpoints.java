package jp.chukan.gateway.municipal;

import java.io.InputStream;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.RequestBody;
import jp.chukan.gateway.citizennotice.CitizenNoticeState;
import jp.chukan.gateway.citizennotice.CitizenNoticeStates;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The municipality tells a person something, and looks whether it was read (MS-78). */
@RestController
class CitizenNoticeEndpoints {
  private static final int LARGEST_NOTICE = 64 << 10;

  private final Flows flows;
  private final CitizenNoticeStates states;

  CitizenNoticeEndpoints(Flows flows, CitizenNoticeStates states) {
    this.flows = flows;
    this.states = states;
  }

  @PostMapping(
      path = "/municipal/notices",
      consumes = MediaType.APPLICATION_XML_VALUE,
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> register(
      @AuthenticationPrincipal ClientIdentity client, InputStream body) {
    Acknowledgement answer =
        flows.call(
            Flow.REGISTER_CITIZEN_NOTICE,
            client.institution(),
            RequestBody.read(body, LARGEST_NOTICE),
            Acknowledgement.class);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(XmlMessages.write(answer));
  }

  @GetMapping(path = "/municipal/notices/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  CitizenNoticeState state(
      @AuthenticationPrincipal ClientIdentity client, @PathVariable String number) {
    return states.of(client.institution(), new ReceptionNumber(number));
  }
}
