package jp.chukan.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells a peer that it is refused, and keeps that it was (JN-12). */
@Component
class RefusalWriter {
  private static final Logger log = LoggerFactory.getLogger(RefusalWriter.class);

  /** Whose room a refusal falls into when the peer proved no institution. */
  private static final InstitutionCode NOBODY = new InstitutionCode("0000000000000000");

  private final Acknowledgements acknowledgements;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RefusalWriter(
      Acknowledgements acknowledgements,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.acknowledgements = acknowledgements;
    this.communications = communications;
    this.transactions = transactions;
    this.clock = clock;
  }

  ResponseEntity<byte[]> refuse(HttpServletRequest request, int status, Refusal refusal) {
    keep(request, refusal.code());
    return acknowledgements.refused(status, refusal);
  }

  /** Tells all that is wrong with a file; what is kept names the first. */
  ResponseEntity<FileFaults> refuse(HttpServletRequest request, List<Refusal> faults) {
    keep(request, faults.getFirst().code());
    return ResponseEntity.badRequest()
        .contentType(MediaType.APPLICATION_JSON)
        .body(FileFaults.of(faults));
  }

  void write(HttpServletRequest request, HttpServletResponse response, int status, ErrorCode code)
      throws IOException {
    keep(request, code);
    response.setStatus(status);
    response.setContentType("application/xml");
    response.getOutputStream().write(acknowledgements.refusal(Refusal.of(code)));
  }

  private void keep(HttpServletRequest request, ErrorCode code) {
    Optional<ClientIdentity> client = client();
    InstitutionCode peer = client.map(ClientIdentity::institution).orElse(null);
    InstitutionCode room = client.map(ClientIdentity::institution).orElse(NOBODY);
    log.info("refused {} of {}: {}", Endpoint.of(request), room, code.id());
    transactions.run(
        room,
        () ->
            communications.append(
                new Communication(
                    room,
                    Direction.RECEIVED,
                    peer,
                    Endpoint.of(request),
                    null,
                    code,
                    clock.instant())));
  }

  private static Optional<ClientIdentity> client() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof ClientAuthentication proven
        ? Optional.of(proven.getPrincipal())
        : Optional.empty();
  }
}
