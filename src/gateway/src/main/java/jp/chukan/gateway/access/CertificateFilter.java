package jp.chukan.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the certificate of the TLS connection into the registered client that it proves. */
final class CertificateFilter extends OncePerRequestFilter {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final RegisteredClients clients;
  private final SeenCertificates seen;

  CertificateFilter(RegisteredClients clients, SeenCertificates seen) {
    this.clients = clients;
    this.seen = seen;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(CERTIFICATES) instanceof X509Certificate[] path && path.length > 0) {
      clients
          .find(path[0])
          .ifPresent(
              client -> {
                seen.note(client, path[0]);
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new ClientAuthentication(client));
                SecurityContextHolder.setContext(context);
              });
    }
    chain.doFilter(request, response);
  }
}
