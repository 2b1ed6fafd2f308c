package jp.chukan.peer;

import com.helger.http.header.HttpHeaderMap;
import com.helger.http.tls.ETLSVersion;
import com.helger.http.tls.TLSConfigurationMode;
import com.helger.httpclient.HttpClientFactory;
import com.helger.httpclient.HttpClientManager;
import com.helger.httpclient.HttpClientSettings;
import com.helger.phase4.messaging.http.BasicHttpPoster;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sends over connections that stay open. phase4's own poster makes a client, and so a connection
 * with its handshake, for each message; this is the hook that it offers against that.
 */
class PooledPoster extends BasicHttpPoster implements AutoCloseable {
  private final HttpClientManager client;

  PooledPoster(SSLContext tls) {
    HttpClientFactory factory =
        new ReusingFactory(
            new HttpClientSettings()
                .setSSLContext(tls)
                .setTLSConfigurationMode(
                    new TLSConfigurationMode(
                        new ETLSVersion[] {ETLSVersion.TLS_13}, new String[0])));
    setHttpClientFactory(factory);
    this.client = new HttpClientManager(factory);
  }

  /**
   * The client takes a connection with a client certificate for one user's own, and would use it
   * for nobody again. Here every request is of the same sender.
   */
  private static final class ReusingFactory extends HttpClientFactory {
    ReusingFactory(HttpClientSettings settings) {
      super(settings);
    }

    @Override
    public HttpClientBuilder createHttpClientBuilder() {
      return super.createHttpClientBuilder().disableConnectionState();
    }
  }

  /** TLS of the sender: its certificate, and the authorities of the run. */
  static SSLContext tls(RunKeys keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys.store(Parties.TLS_CLIENT), keys.password());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys.trust());
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Override
  public <T> @Nullable T sendGenericMessage(
      String url,
      @Nullable HttpHeaderMap headers,
      HttpEntity entity,
      HttpClientResponseHandler<? extends T> responseHandler)
      throws IOException {
    HttpPost post = new HttpPost(url);
    if (headers != null) {
      headers.forEachSingleHeader(post::addHeader, true, isQuoteHttpHeaders());
    }
    post.setEntity(entity);
    return client.execute(post, responseHandler);
  }

  @Override
  public void close() {
    client.close();
  }
}
