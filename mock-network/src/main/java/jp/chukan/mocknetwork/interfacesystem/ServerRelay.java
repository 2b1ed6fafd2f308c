package jp.chukan.mocknetwork.interfacesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.Acknowledgement;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.mocknetwork.connection.ClientIdentity;
import jp.chukan.mocknetwork.connection.GatewayConnection;
import jp.chukan.mocknetwork.connection.GatewayReply;
import jp.chukan.mocknetwork.connection.GatewayRequest;
import jp.chukan.mocknetwork.coresystem.ExchangeFault;
import jp.chukan.mocknetwork.coresystem.ServerLink;
import jp.chukan.mocknetwork.coresystem.Transport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what the core sends to the intermediate server, with the faults of the way on demand. */
@Component
final class ServerRelay implements ServerLink {
  private final GatewayConnection gateway;
  private final Overtaking overtaking = new Overtaking();

  ServerRelay(GatewayConnection gateway) {
    this.gateway = gateway;
  }

  @Override
  public CompletableFuture<Outcome> sendProvisionRequest(
      InstitutionCode provider, byte[] signed, Transport transport) {
    GatewayRequest request =
        request("/network/" + provider.value() + "/provision-requests", signed);
    if (transport.has(ExchangeFault.REORDER)) {
      return overtaking.hold(provider).thenCompose(later -> deliver(request, transport));
    }
    return deliver(request, transport)
        .whenComplete((done, failure) -> overtaking.release(provider));
  }

  @Override
  public CompletableFuture<Outcome> sendLinkageCodes(InstitutionCode institution, byte[] signed) {
    return send(request("/network/" + institution.value() + "/linkage-codes", signed));
  }

  @Override
  public CompletableFuture<Outcome> offerInquiryAnswer(InstitutionCode inquirer, byte[] signed) {
    return gateway
        .sendOnceOnly(request("/network/" + inquirer.value() + "/inquiry-answers", signed))
        .thenApply(
            reply -> {
              if (reply.isPassing()) {
                throw new IllegalStateException("not ready: status " + reply.status());
              }
              return outcome(reply);
            });
  }

  @Override
  public CompletableFuture<Outcome> sendPermissionList(byte[] signed) {
    return send(request("/network/permission-lists", signed));
  }

  private static GatewayRequest request(String path, byte[] signed) {
    return GatewayRequest.post(ClientIdentity.NETWORK, path, GatewayRequest.CMS, signed);
  }

  private CompletableFuture<Outcome> deliver(GatewayRequest request, Transport transport) {
    if (transport.has(ExchangeFault.DELAY)) {
      Executor afterwards =
          CompletableFuture.delayedExecutor(
              transport.delay().toMillis(), TimeUnit.MILLISECONDS, gateway.executor());
      return CompletableFuture.supplyAsync(() -> request, afterwards)
          .thenCompose(held -> deliverNow(held, transport));
    }
    return deliverNow(request, transport);
  }

  private CompletableFuture<Outcome> deliverNow(GatewayRequest request, Transport transport) {
    if (transport.has(ExchangeFault.DROPPED_CONNECTION)) {
      return CompletableFuture.runAsync(() -> gateway.sendHalf(request), gateway.executor())
          .thenCompose(dropped -> repeatedly(request, transport.deliveries()));
    }
    return repeatedly(request, transport.deliveries());
  }

  /** All deliveries at once; the outcome is that of the first. */
  private CompletableFuture<Outcome> repeatedly(GatewayRequest request, int deliveries) {
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < deliveries; i++) {
      outcomes.add(send(request));
    }
    return CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
        .thenCompose(all -> outcomes.getFirst());
  }

  private CompletableFuture<Outcome> send(GatewayRequest request) {
    return gateway.send(request).thenApply(this::outcome);
  }

  private Outcome outcome(GatewayReply reply) {
    return reply.isAccepted() ? new Outcome.Accepted() : new Outcome.Refused(errorCode(reply));
  }

  private @Nullable String errorCode(GatewayReply reply) {
    try {
      return XmlMessages.read(Acknowledgement.class, reply.body()).body().errorCode();
    } catch (InvalidInputException noAcknowledgement) {
      return null;
    }
  }
}
