package jp.chukan.mocknetwork.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import org.springframework.stereotype.Component;

/** Lets only the intermediate server in: a trusted certificate alone is not enough. */
@Component
public final class RegisteredPlatform {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private final InstitutionDirectory institutions;

  RegisteredPlatform(InstitutionDirectory institutions) {
    this.institutions = institutions;
  }

  /**
   * @throws InvalidInputException when somebody else is connected
   */
  public void require(HttpServletRequest request) {
    if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain)
        || chain.length == 0
        || !Certificates.institutionOf(chain[0]).equals(institutions.platform().code())) {
      throw InvalidInputException.of(ErrorCode.SCM_CLIENT_NOT_REGISTERED);
    }
  }
}
