package jp.chukan.gateway.staff.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.chukan.gateway.staff.UploadedForm;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the token of a form that brings a file to who checks it, before the file is read. */
final class UploadFilter extends OncePerRequestFilter {
  private static final String TOKEN = "_csrf";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !UploadedForm.isBroughtBy(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(UploadedForm.begin(request, TOKEN), response);
  }
}
