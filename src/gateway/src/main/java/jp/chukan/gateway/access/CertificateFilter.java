package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.crypto.TlsTrust;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the certificate of the TLS connection into the registered client that it proves. TLS has
 * proved it when the connection began; whether it was revoked, and is still valid, is asked anew
 * with each request (JN-01).
 */
final class CertificateFilter extends OncePerRequestFilter {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final RegisteredClients clients;
  private final SeenCertificates seen;
  private final TlsTrust tls;
  private final RefusalWriter refusals;

  CertificateFilter(
      RegisteredClients clients, SeenCertificates seen, TlsTrust tls, RefusalWriter refusals) {
    this.clients = clients;
    this.seen = seen;
    this.tls = tls;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path && path.length > 0) {
      Optional<ClientIdentity> client = clients.find(path[0]);
      if (client.isPresent()) {
        // also one that is refused: people must see that somebody still connects with it
        seen.note(client.get(), path[0]);
        try {
          tls.checkClient(path);
        } catch (InvalidInputException refused) {
          ErrorCode code = refused.refusal().code();
          refusals.write(request, response, status(code), code);
          return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ClientAuthentication(client.get()));
        SecurityContextHolder.setContext(context);
      }
    }
    chain.doFilter(request, response);
  }

  /** A fault of this side passes; what the peer is does not. */
  private static int status(ErrorCode code) {
    return code.category() == ErrorCode.Category.RETRY
        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
        : HttpServletResponse.SC_FORBIDDEN;
  }
}
