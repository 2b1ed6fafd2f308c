package jp.chukan.gateway.access;

import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.ExecutionMode;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.kernel.SerialNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes what every endpoint answers when it has nothing of its own to say: taken, or refused. */
@Component
public class Acknowledgements {
  private final SerialNumbers numbers;
  private final SystemIdentifier server;
  private final SystemIdentifier network;

  Acknowledgements(
      SerialNumbers numbers,
      @Value("${chukan.system}") String server,
      @Value("${chukan.network.system}") String network) {
    this.numbers = numbers;
    this.server = new SystemIdentifier(server);
    this.network = new SystemIdentifier(network);
  }

  /** Taken, with a 「受付番号」 of its own (MS-80). */
  public ResponseEntity<byte[]> accepted(int status) {
    return accepted(status, numbers.nextReceptionNumber());
  }

  /** Taken under this 「受付番号」. */
  public ResponseEntity<byte[]> accepted(int status, ReceptionNumber number) {
    return response(
        status,
        message(number, MessageHeader.ACCEPTED, new Acknowledgement.Body(null, null, null, null)));
  }

  /** Refused as a whole; says which rule and where, and nothing of what came. */
  public ResponseEntity<byte[]> refused(int status, Refusal refusal) {
    return response(status, refusal(refusal));
  }

  byte[] refusal(Refusal refusal) {
    return message(
        null,
        MessageHeader.REFUSED,
        new Acknowledgement.Body(
            refusal.code().id(), refusal.record(), refusal.element(), refusal.code().message()));
  }

  private byte[] message(
      @Nullable ReceptionNumber number, String result, Acknowledgement.Body body) {
    return XmlMessages.write(
        new Acknowledgement(
            new MessageHeader(
                numbers.nextMessageId(),
                Acknowledgement.TYPE_ID,
                ExecutionMode.PRODUCTION,
                server,
                network,
                number,
                result),
            body));
  }

  private static ResponseEntity<byte[]> response(int status, byte[] body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_XML).body(body);
  }
}
