package jp.chukan.mocknetwork.municipality;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.connection.ClientIdentity;
import jp.chukan.mocknetwork.connection.GatewayConnection;
import jp.chukan.mocknetwork.connection.GatewayReply;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.connection.GatewayUnreachableException;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The intermediate server as the hub of a municipality sees it. */
@Component
public final class ServerOfMunicipality {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String MUNICIPAL = "/municipal/";
  private final GatewayConnection gateway;
  private final InstitutionDirectory institutions;

  ServerOfMunicipality(GatewayConnection gateway, InstitutionDirectory institutions) {
    this.gateway = gateway;
    this.institutions = institutions;
  }

  /** What the server answered to a request as a whole. */
  public sealed interface Reply<T extends Message> {
    record Answered<T extends Message>(T message) implements Reply<T> {}

    /**
     * Refused as a whole.
     *
     * @param errorCode identifier of the catalogue, null when the server gave none
     */
    record Refused<T extends Message>(@Nullable String errorCode) implements Reply<T> {}
  }

  public MessageHeader header(InstitutionCode institution, String typeId) {
    return MessageHeader.request(
        new MessageId(UUID.randomUUID().toString()),
        typeId,
        institutions.require(institution, InstitutionRole.SERVED).requiredSystem(),
        institutions.platform().requiredSystem());
  }

  public <T extends Message> Reply<T> send(
      InstitutionCode institution, String path, Message message, Class<T> answer) {
    return send(institution, path, GatewayRequest.XML, XmlMessages.write(message), answer);
  }

  <T extends Message> Reply<T> send(
      InstitutionCode institution, String path, String contentType, byte[] body, Class<T> answer) {
    var request = GatewayRequest.post(identity(institution), MUNICIPAL + path, contentType, body);
    GatewayReply reply = reply(request);
    return reply.isAccepted()
        ? new Reply.Answered<>(XmlMessages.read(answer, reply.body()))
        : new Reply.Refused<>(errorCode(reply));
  }

  /**
   * Hands a file in, once: it is the hub that keeps it and tries again.
   *
   * @throws GatewayUnreachableException when the server neither took nor refused it
   */
  public GatewayReply put(InstitutionCode institution, String path, byte[] content) {
    return once(GatewayRequest.put(identity(institution), MUNICIPAL + path, content));
  }

  /**
   * Brings something that is no message, once.
   *
   * @throws GatewayUnreachableException when the server gave no answer of its own
   */
  GatewayReply post(InstitutionCode institution, String path, String contentType, byte[] content) {
    return once(GatewayRequest.post(identity(institution), MUNICIPAL + path, contentType, content));
  }

  /**
   * Looks at something, once.
   *
   * @throws GatewayUnreachableException when the server gave no answer of its own
   */
  public GatewayReply get(InstitutionCode institution, String path) {
    return once(GatewayRequest.get(identity(institution), MUNICIPAL + path));
  }

  private static ClientIdentity identity(InstitutionCode institution) {
    return ClientIdentity.municipality(institution);
  }

  private GatewayReply once(GatewayRequest request) {
    try {
      GatewayReply reply = gateway.sendOnceOnly(request).join();
      if (reply.isPassing()) {
        throw new GatewayUnreachableException(request.path(), null);
      }
      return reply;
    } catch (CompletionException e) {
      if (e.getCause() instanceof GatewayUnreachableException unreachable) {
        throw unreachable;
      }
      throw e;
    }
  }

  private GatewayReply reply(GatewayRequest request) {
    try {
      return gateway.send(request, PATIENCE).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof GatewayUnreachableException unreachable) {
        throw unreachable;
      }
      throw e;
    }
  }

  private @Nullable String errorCode(GatewayReply reply) {
    try {
      return XmlMessages.read(Acknowledgement.class, reply.body()).body().errorCode();
    } catch (InvalidInputException noAcknowledgement) {
      return null;
    }
  }
}
