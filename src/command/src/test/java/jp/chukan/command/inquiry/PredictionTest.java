package jp.chukan.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.command.installation.ControlClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a country in which one provider decides, person by person. */
final class PredictionTest {
  private static final List<String> DECISIONS =
      List.of("PROVIDE", "REFUSE", "HOLD", "STAY_SILENT", "PROVIDE", "PROVIDE", "PROVIDE");

  private HttpServer country;

  @BeforeEach
  void start() throws IOException {
    country = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/control/providers", "[{\"code\":\"0710470000001700\"}]");
    answer(
        "/control/providers/0710470000001700/decisions",
        IntStream.range(0, DECISIONS.size())
            .mapToObj(
                index ->
                    "{\"index\":%d,\"decision\":\"%s\"}".formatted(index, DECISIONS.get(index)))
            .collect(Collectors.joining(",", "{\"residents\":[", "]}")));
    country.start();
  }

  @AfterEach
  void stop() {
    country.stop(0);
  }

  @Test
  void everyLineEndsAsItsProviderDecidesAndAServedOneKnowsNobody() throws IOException {
    var plan = InquiryPlan.lawful(InquiryPlanTest.PARTIES, 14);
    // two rounds about seven persons, who are asked about at one provider and then at the other
    assertThat(prediction().states(plan))
        .isEqualTo(new TreeMap<>(Map.of("PROVIDED", 4, "DECLINED", 8, "UNANSWERED", 2)));
  }

  @Test
  void whatDoesNotLeaveIsRefusedOrUnreadable() throws IOException {
    var states = prediction().states(InquiryPlan.withDefects(InquiryPlanTest.PARTIES, 225));
    assertThat(states).containsEntry("REFUSED", 6).containsEntry("MALFORMED", 3);
  }

  private Prediction prediction() throws IOException {
    return Prediction.of(
        InquiryPlanTest.PARTIES,
        new ControlClient(URI.create("http://127.0.0.1:" + country.getAddress().getPort())));
  }

  private void answer(String path, String json) {
    country.createContext(
        path,
        exchange -> {
          var body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
