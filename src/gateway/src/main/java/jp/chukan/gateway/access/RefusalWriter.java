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
import jp.chukan.gateway.kernel.FaultPlace;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.limit.Admission.Later;
import jp.chukan.gateway.limit.Door;
import jp.chukan.gateway.limit.LimitSettings;
import jp.chukan.gateway.limit.Refusals;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells a peer that it is refused, and keeps and counts that it was (JN-12, MS-95). A refusal that
 * cannot be kept is not told as one: the peer hears that it may come again.
 */
@Component
class RefusalWriter {
  private static final Logger log = LoggerFactory.getLogger(RefusalWriter.class);

  private static final int UNAVAILABLE = 503;

  /** Whose room a refusal falls into when the peer proved no institution. */
  private static final InstitutionCode NOBODY = new InstitutionCode("0000000000000000");

  private final Acknowledgements acknowledgements;
  private final CommunicationLog communications;
  private final InstitutionTransactions transactions;
  private final Refusals refusals;
  private final LimitSettings limits;
  private final InstantSource clock;

  RefusalWriter(
      Acknowledgements acknowledgements,
      CommunicationLog communications,
      InstitutionTransactions transactions,
      Refusals refusals,
      LimitSettings limits,
      InstantSource clock) {
    this.acknowledgements = acknowledgements;
    this.communications = communications;
    this.transactions = transactions;
    this.refusals = refusals;
    this.limits = limits;
    this.clock = clock;
  }

  ResponseEntity<byte[]> refuse(HttpServletRequest request, int status, Refusal refusal) {
    return keep(request, refusal.code()) ? told(status, refusal) : fault(request);
  }

  private ResponseEntity<byte[]> fault(HttpServletRequest request) {
    count(request, ErrorCode.SYM_INTERNAL);
    return told(UNAVAILABLE, Refusal.of(ErrorCode.SYM_INTERNAL));
  }

  private ResponseEntity<byte[]> told(int status, Refusal refusal) {
    ResponseEntity<byte[]> refused = acknowledgements.refused(status, refusal);
    return status == UNAVAILABLE
        ? ResponseEntity.status(status)
            .headers(refused.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, retryAfter())
            .body(refused.getBody())
        : refused;
  }

  /** A request over a limit: all are counted, and the first of many is kept. */
  void later(HttpServletRequest request, HttpServletResponse response, Later later)
      throws IOException {
    if (!later.first() || !keep(request, later.code())) {
      count(request, later.code());
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
    tell(response, later.status(), later.code());
  }

  /**
   * A fault of this side, which may come again: counted, not kept, for what keeps it may be away.
   */
  void fault(HttpServletRequest request, HttpServletResponse response) throws IOException {
    count(request, ErrorCode.SYM_INTERNAL);
    response.resetBuffer();
    response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter());
    tell(response, UNAVAILABLE, ErrorCode.SYM_INTERNAL);
  }

  /** Tells all that is wrong with a file; what is kept names the first. */
  ResponseEntity<?> refuse(HttpServletRequest request, List<Refusal> faults) {
    return keep(request, faults.getFirst().code())
        ? ResponseEntity.badRequest()
            .contentType(MediaType.APPLICATION_JSON)
            .body(FileFaults.of(faults))
        : fault(request);
  }

  void write(HttpServletRequest request, HttpServletResponse response, int status, ErrorCode code)
      throws IOException {
    if (keep(request, code)) {
      tell(response, status, code);
    } else {
      fault(request, response);
    }
  }

  private void tell(HttpServletResponse response, int status, ErrorCode code) throws IOException {
    response.setStatus(status);
    response.setContentType("application/xml");
    response.getOutputStream().write(acknowledgements.refusal(Refusal.of(code)));
  }

  private String retryAfter() {
    return Long.toString(limits.retryAfter().toSeconds());
  }

  /**
   * @return whether it is kept, and counted
   */
  private boolean keep(HttpServletRequest request, ErrorCode code) {
    Optional<ClientIdentity> client = client();
    InstitutionCode peer = client.map(ClientIdentity::institution).orElse(null);
    InstitutionCode room = client.map(ClientIdentity::institution).orElse(NOBODY);
    try {
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
      log.info("refused {} of {}: {}", Endpoint.of(request), room, code.id());
      count(request, code);
      return true;
    } catch (DataAccessException | TransactionException e) {
      log.error("the refusal {} cannot be kept: {}", code.id(), FaultPlace.of(e));
      return false;
    }
  }

  private void count(HttpServletRequest request, ErrorCode code) {
    refusals.count(Door.of(request), client().map(ClientIdentity::institution).orElse(null), code);
  }

  private static Optional<ClientIdentity> client() {
    return ClientAuthentication.current();
  }
}
