package jp.chukan.gateway.record.comparison;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.gateway.crypto.TlsTrust;
import jp.chukan.gateway.kernel.BoundedExchange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Asks the interface system with the certificate of this server. */
@Component
class HttpNetworkRecords implements NetworkRecords {
  private static final int OK = 200;

  private final String url;
  private final RecordComparisonSettings settings;
  private final HttpClient http;

  HttpNetworkRecords(
      @Value("${chukan.network.url}") String url,
      RecordComparisonSettings settings,
      SslBundles bundles,
      TlsTrust tls) {
    this.url = url;
    this.settings = settings;
    this.http =
        BoundedExchange.client(settings.timeLimit())
            .sslContext(tls.contextWithKeysOf(bundles, "client"))
            .build();
  }

  @Override
  public RawSignedDocument of(InstitutionCode institution, Instant from, Instant to)
      throws IOException {
    URI address =
        URI.create(
            "%s/interface/exchange-records?institution=%s&from=%s&to=%s"
                .formatted(url, institution.value(), from, to));
    HttpResponse<byte[]> response =
        BoundedExchange.send(
            http,
            HttpRequest.newBuilder(address).timeout(settings.timeLimit()).GET().build(),
            Math.toIntExact(settings.largestList().toBytes()),
            settings.timeLimit());
    if (response.statusCode() != OK) {
      throw new IOException("status " + response.statusCode());
    }
    return new RawSignedDocument(response.body());
  }
}
