package jp.chukan.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import jp.chukan.contract.crypto.RevocationState;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempt: a server that holds a certificate that is revoked. Result: nothing is sent to it. */
@DisplayName("接続先の証明書の失効")
class TlsTrustTest {
  @TempDir Path folder;

  private RevocationState state = new Good();

  @Test // JN-01
  void aServerIsAskedAboutBeforeAnythingIsSent()
      throws IOException, InterruptedException, GeneralSecurityException {
    TestKeys keys = TestKeys.in(folder.resolve("keys"));
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.tls("network-server")));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("https://localhost:" + server.getAddress().getPort());
      assertThat(get(keys.authority(), address)).isEqualTo(204);
      state = new Revoked(new TestClock().instant());
      assertThatThrownBy(() -> get(keys.authority(), address))
          .isInstanceOf(IOException.class)
          .hasStackTraceContaining(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED.id());
      state = new Unreachable();
      assertThatThrownBy(() -> get(keys.authority(), address))
          .isInstanceOf(IOException.class)
          .hasStackTraceContaining(ErrorCode.SCM_REVOCATION_UNREACHABLE.id());
      state = new Good();
      assertThatThrownBy(() -> get(TestAuthority.impostorAt(new TestClock().instant()), address))
          .isInstanceOf(IOException.class);
    } finally {
      server.stop(0);
    }
  }

  private int get(TestAuthority trusted, URI address)
      throws IOException, InterruptedException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(
        null,
        new TrustManager[] {
          TestAuthorities.tls(
                  (certificate, issuer) -> state, new TestClock(), trusted.rootCertificate())
              .servers()
        },
        null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
