package jp.chukan.mocknetwork.coresystem;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.mocknetwork.testing.GatewayStandIn;
import jp.chukan.mocknetwork.testing.Provider;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("照会許可照合リストの配布")
class PermissionListIT {
  private static final String LISTS = "/network/permission-lists";
  private final RunningCountry country = RunningCountry.get();
  private final Provider server = new Provider(country.keys());

  private PermissionMatchingList lastSent() {
    return XmlDocuments.read(PermissionMatchingList.class, server.verified(lastBytes()));
  }

  private byte[] lastBytes() {
    return country.gateway().received(LISTS).getLast().getBody();
  }

  @Test // MS-01
  @DisplayName("署名付きの版を順に配布する")
  void publishesSignedVersionsThatCountUp() {
    int first = country.post("permission-lists", "{}").path("version").asInt();
    JsonNode second = country.post("permission-lists", "{}");

    assertThat(second.path("version").asInt()).isEqualTo(first + 1);
    assertThat(second.path("outcome").asText()).isEqualTo("ACCEPTED");
    assertThat(lastSent().version()).isEqualTo(first + 1);
    assertThat(lastSent().entries()).hasSize(second.path("entries").asInt()).hasSizeGreaterThan(90);
  }

  @Test
  void leavesItemsOutOfAVersion() {
    int all = country.post("permission-lists", "{}").path("entries").asInt();

    int fewer = country.post("permission-lists", "{\"without\":[\"1\"]}").path("entries").asInt();

    assertThat(fewer).isLessThan(all);
    country.post("permission-lists", "{}");
  }

  @Test // MS-01
  void handsTheVersionInForceToTheServer() {
    country.post("permission-lists", "{}");

    var response =
        country.send(
            "gateway-client",
            HttpRequest.newBuilder(country.https("/interface/permission-lists/current")).build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(lastBytes());
  }

  @Test
  void sendsAnOlderVersionWithoutPuttingItInForce() {
    int current = country.post("permission-lists", "{}").path("version").asInt();
    country
        .gateway()
        .wireMock()
        .stubFor(
            post(urlPathEqualTo(LISTS))
                .willReturn(
                    aResponse()
                        .withStatus(400)
                        .withBody(GatewayStandIn.acknowledgement(ErrorCode.SCM_LIST_OLDER))));

    JsonNode older = country.post("permission-lists", "{\"version\":1}");

    assertThat(older.path("outcome").asText()).isEqualTo("REFUSED");
    assertThat(older.path("errorCode").asText()).isEqualTo("SCM-0302");
    assertThat(lastSent().version()).isEqualTo(1);
    assertThat(country.get("status").path("listVersion").asInt()).isEqualTo(current);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORGED_SIGNATURE", "TAMPERED_CONTENT"})
  void altersAVersionAfterSigning(String fault) {
    country.post("permission-lists", "{\"faults\":[\"" + fault + "\"]}");

    assertThatThrownBy(this::lastSent).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void makesVersionsThatNobodyMayAccept() {
    country.post("permission-lists", "{\"faults\":[\"EMPTY\"]}");
    assertThat(lastSent().entries()).isEqualTo(List.of());

    country.post("permission-lists", "{\"faults\":[\"WRONG_PERIOD\"]}");
    assertThat(lastSent().entries())
        .allMatch(entry -> entry.validFrom().minusDays(1).equals(entry.validTo()));
  }
}
