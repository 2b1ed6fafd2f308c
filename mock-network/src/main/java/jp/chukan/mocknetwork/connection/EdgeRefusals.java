package jp.chukan.mocknetwork.connection;

import java.util.UUID;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the intermediate server in the form of the contract why something was refused. */
@RestControllerAdvice({
  "jp.chukan.mocknetwork.interfacesystem",
  "jp.chukan.mocknetwork.municipality"
})
final class EdgeRefusals {
  private static final Logger log = LoggerFactory.getLogger(EdgeRefusals.class);
  private final InstitutionDirectory institutions;

  EdgeRefusals(InstitutionDirectory institutions) {
    this.institutions = institutions;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refuse(InvalidInputException exception) {
    Refusal refusal = exception.refusal();
    log.info("refused at the edge: {}", exception.getMessage());
    var header =
        MessageHeader.request(
                messageId(),
                Acknowledgement.TYPE_ID,
                institutions.platform().requiredSystem(),
                institutions.network().requiredSystem())
            .answer(messageId(), Acknowledgement.TYPE_ID, null, MessageHeader.REFUSED);
    var body =
        new Acknowledgement.Body(
            refusal.code().id(), refusal.record(), refusal.element(), refusal.code().message());
    int status = refusal.code() == ErrorCode.SCM_CLIENT_NOT_REGISTERED ? 403 : 400;
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_XML)
        .body(XmlMessages.write(new Acknowledgement(header, body)));
  }

  private static MessageId messageId() {
    return new MessageId(UUID.randomUUID().toString());
  }
}
