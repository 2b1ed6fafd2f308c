package jp.chukan.gateway.kernel;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Holds what a header says against who sent it, as the certificate proves it, and to whom. */
@Component
public class SenderCheck {
  private final ServedInstitutions institutions;
  private final SystemIdentifier server;

  public SenderCheck(ServedInstitutions institutions, @Value("${chukan.system}") String server) {
    this.institutions = institutions;
    this.server = new SystemIdentifier(server);
  }

  /**
   * @param institution whom the certificate proves
   * @throws InvalidInputException {@link ErrorCode#SYM_MESSAGE_TYPE} for another message, {@link
   *     ErrorCode#SYM_DESTINATION} for another receiver, {@link ErrorCode#SCM_FOREIGN_INSTITUTION}
   *     for a system of another institution
   */
  public void require(InstitutionCode institution, MessageHeader header, String messageType) {
    if (!header.messageTypeId().equals(messageType)) {
      throw InvalidInputException.at(ErrorCode.SYM_MESSAGE_TYPE, "MSGTypeID");
    }
    if (!header.destination().equals(server)) {
      throw InvalidInputException.at(ErrorCode.SYM_DESTINATION, "DestinationSystemID");
    }
    boolean own =
        institutions
            .find(institution)
            .filter(served -> served.system().equals(header.source()))
            .isPresent();
    if (!own) {
      throw InvalidInputException.at(ErrorCode.SCM_FOREIGN_INSTITUTION, "SourceSystemID");
    }
  }
}
