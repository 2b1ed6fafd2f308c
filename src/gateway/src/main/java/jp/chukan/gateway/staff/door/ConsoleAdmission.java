package jp.chukan.gateway.staff.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.limit.Admission;
import jp.chukan.gateway.limit.Admission.Later;
import jp.chukan.gateway.limit.Admission.Turn;
import jp.chukan.gateway.limit.Door;
import jp.chukan.gateway.limit.Gates;
import jp.chukan.gateway.limit.Refusals;
import jp.chukan.gateway.limit.SourceNetworks;
import jp.chukan.gateway.staff.UploadedForm;
import jp.chukan.gateway.staff.session.SessionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the console be used from its networks only (MS-92), and gives every request its turn: at the
 * gate of the institution whose session it has, or at that of its address before the login.
 */
@Component
final class ConsoleAdmission {
  private final SourceNetworks networks;
  private final Gates gates;
  private final Refusals refusals;
  private final ConsolePages pages;

  ConsoleAdmission(SourceNetworks networks, Gates gates, Refusals refusals, ConsolePages pages) {
    this.networks = networks;
    this.gates = gates;
    this.refusals = refusals;
    this.pages = pages;
  }

  OncePerRequestFilter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        admit(request, response, chain);
      }
    };
  }

  private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    InstitutionCode institution =
        BrowserSession.find(request).map(SessionKey::institution).orElse(null);
    String address = request.getRemoteAddr();
    if (!networks.admits(Door.CONSOLE, address)) {
      refuse(request, response, institution, HttpStatus.FORBIDDEN, ErrorCode.SCM_SOURCE_NETWORK);
      return;
    }
    boolean upload = UploadedForm.isBroughtBy(request);
    Admission admission =
        institution == null
            ? gates.enterFrom(address, upload)
            : gates.enter(Door.CONSOLE, institution, upload);
    switch (admission) {
      case Later later -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
        refuse(request, response, institution, HttpStatus.valueOf(later.status()), later.code());
      }
      case Turn turn -> {
        try (turn) {
          chain.doFilter(request, response);
        }
      }
    }
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable InstitutionCode institution,
      HttpStatus status,
      ErrorCode code)
      throws IOException {
    refusals.count(Optional.of(Door.CONSOLE), institution, code);
    pages.tell(request, response, status, code);
  }
}
