package jp.chukan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import jp.chukan.command.client.ClientCertificate;
import jp.chukan.command.installation.Installation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("あってはならない接続")
class ForbiddenLinksIT {
  private static final int FORBIDDEN = 403;
  private static final String XML = "application/xml";

  private final Installation installation = SharedInstallation.get().installation();

  @ParameterizedTest // JN-01, MU-19, MU-21
  @DisplayName("庁内の各システムの証明書では、中間サーバーの口は開かない")
  @ValueSource(
      strings = {
        "system-resident-records-08220",
        "system-municipal-server-08220",
        "system-prefectural-server-08",
        "system-addressee-hub-08220",
        "system-tax-08220",
        "system-core-system"
      })
  void noSystemOfTheCountryReachesTheServerInTheNameOfItsMunicipality(String keyName)
      throws IOException, InterruptedException {
    assertThat(post(keyName, installation.gatewayUri().resolve("/municipal/replicas"), XML))
        .isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest // MU-15, MU-21
  @DisplayName("自治体は、中間サーバーを通らずに情報提供ネットワークシステムに届かない")
  @CsvSource({
    "municipal-client-0220108220101700, 403",
    // nobody's certificate: it names no institution
    "system-addressee-hub-08220, 400",
    "system-resident-records-08220, 400"
  })
  void noMunicipalityReachesTheNetworkPastTheServer(String keyName, int refused)
      throws IOException, InterruptedException {
    URI network = installation.networkUri().resolve("/interface/inquiries");
    assertThat(post(keyName, network, "application/cms")).isEqualTo(refused);
  }

  private int post(String keyName, URI address, String contentType)
      throws IOException, InterruptedException {
    try (var client =
        HttpClient.newBuilder()
            .sslContext(ClientCertificate.context(installation.keys(), keyName))
            .build()) {
      return client
          .send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", contentType)
                  .POST(BodyPublishers.ofString("<a/>"))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }
}
