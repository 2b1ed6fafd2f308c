package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.limit.Door;
import jp.chukan.gateway.limit.SourceNetworks;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each door be used from its networks only (MS-10, MS-92). It comes after the certificate, so
 * that the record says whose was used from elsewhere.
 */
final class SourceNetworkFilter extends OncePerRequestFilter {
  private final SourceNetworks networks;
  private final RefusalWriter refusals;

  SourceNetworkFilter(SourceNetworks networks, RefusalWriter refusals) {
    this.networks = networks;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Door> door = Door.of(request);
    if (door.isPresent() && !networks.admits(door.get(), request.getRemoteAddr())) {
      refusals.write(request, response, 403, ErrorCode.SCM_SOURCE_NETWORK);
      return;
    }
    chain.doFilter(request, response);
  }
}
