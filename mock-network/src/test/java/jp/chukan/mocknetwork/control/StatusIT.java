package jp.chukan.mocknetwork.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.Test;

class StatusIT {
  private final RunningCountry country = RunningCountry.get();

  @Test
  void tellsThatEverythingIsReady() {
    assertThat(country.get("status").path("ready").asBoolean()).isTrue();
  }

  @Test
  void namesTheServedMunicipalitiesAndTheInquirers() {
    var institutions = country.get("institutions");

    assertThat(institutions.path("municipalities")).hasSize(3);
    assertThat(institutions.path("inquirers")).hasSize(7);
    assertThat(institutions.path("providers")).hasSize(12);
  }

  @Test
  void doesNotExistOnThePortOfTheNetwork() {
    var response =
        country.send(
            "gateway-client", HttpRequest.newBuilder(country.https("/control/status")).build());

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithAnOrder() {
    var refusal =
        country.post("municipalities/0220113112101700/linkage-codes", "{\"from\":0,\"to\":1}");

    assertThat(refusal.path("error").asText()).isNotEmpty();
  }
}
