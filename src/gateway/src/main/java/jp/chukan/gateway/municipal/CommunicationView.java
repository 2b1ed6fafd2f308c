package jp.chukan.gateway.municipal;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.record.Communication;
import org.jspecify.annotations.Nullable;

/** One communication as its institution sees it. */
record CommunicationView(
    Communication.Direction direction,
    @Nullable InstitutionCode peer,
    String messageType,
    @Nullable String number,
    Outcome outcome,
    @Nullable String errorCode,
    Instant at) {

  enum Outcome {
    ACCEPTED,
    REFUSED
  }

  static CommunicationView of(Communication communication) {
    return new CommunicationView(
        communication.direction(),
        communication.peer(),
        communication.messageType(),
        communication.number(),
        communication.error() == null ? Outcome.ACCEPTED : Outcome.REFUSED,
        communication.error() == null ? null : communication.error().id(),
        communication.at());
  }
}
