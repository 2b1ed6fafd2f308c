package jp.chukan.gateway.crypto;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import jp.chukan.contract.error.InvalidInputException;

/** What TLS itself says of a server, and then what its authority says. Nobody connects to this. */
final class RevocationAware extends X509ExtendedTrustManager {
  private final Supplier<X509ExtendedTrustManager> tls;
  private final Consumer<X509Certificate[]> further;

  /**
   * @param further throws {@link InvalidInputException}
   */
  RevocationAware(Supplier<X509ExtendedTrustManager> tls, Consumer<X509Certificate[]> further) {
    this.tls = tls;
    this.further = further;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    tls.get().checkServerTrusted(chain, type, engine);
    checkFurther(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    tls.get().checkServerTrusted(chain, type, socket);
    checkFurther(chain);
  }

  /** Without the name of the server: who calls it compares names itself, or nobody does. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    tls.get().checkServerTrusted(chain, type);
    checkFurther(chain);
  }

  private void checkFurther(X509Certificate[] chain) throws CertificateException {
    try {
      further.accept(chain);
    } catch (InvalidInputException refused) {
      throw new CertificateException(refused.refusal().code().id(), refused);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("for connections to servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("for connections to servers only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("for connections to servers only");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return tls.get().getAcceptedIssuers();
  }
}
