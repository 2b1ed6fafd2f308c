package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.access.ClientIdentity.Role;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.limit.Admission.Later;
import jp.chukan.gateway.limit.Admission.Turn;
import jp.chukan.gateway.limit.Door;
import jp.chukan.gateway.limit.Gates;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its turn at the gate of its institution, or tells it when to come again
 * (MS-90, MS-95): before anything is read of it.
 */
final class AdmissionFilter extends OncePerRequestFilter {
  /** Where a file is read as a stream, in an open transaction. */
  private static final List<String> UPLOADS =
      List.of("/municipal/replicas", "/municipal/reconciliations/");

  private final Gates gates;
  private final ServedInstitutions institutions;
  private final RefusalWriter refusals;

  AdmissionFilter(Gates gates, ServedInstitutions institutions, RefusalWriter refusals) {
    this.gates = gates;
    this.institutions = institutions;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ClientIdentity> client = ClientAuthentication.current();
    Door door = client.map(known -> doorOf(known.role())).orElse(Door.MUNICIPAL);
    InstitutionCode institution = client.map(known -> whose(known, request)).orElse(null);
    switch (gates.enter(door, institution, isUpload(request))) {
      case Later later -> refusals.later(request, response, later);
      case Turn turn -> {
        try (turn) {
          chain.doFilter(request, response);
        }
      }
    }
  }

  private static Door doorOf(Role role) {
    return switch (role) {
      case MUNICIPAL -> Door.MUNICIPAL;
      case NETWORK -> Door.NETWORK;
      case DISCLOSURE -> Door.DISCLOSURE;
      case OPERATOR -> Door.OPERATION;
    };
  }

  /** Whom it costs: the institution that is asked, where one client asks for all of them. */
  private InstitutionCode whose(ClientIdentity client, HttpServletRequest request) {
    return institutions.codes().stream()
        .filter(code -> request.getRequestURI().startsWith("/" + code + "/", doorLength(client)))
        .findFirst()
        .orElse(client.institution());
  }

  private static int doorLength(ClientIdentity client) {
    return 1 + doorOf(client.role()).tag().length();
  }

  private static boolean isUpload(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && UPLOADS.stream().anyMatch(request.getRequestURI()::startsWith);
  }
}
