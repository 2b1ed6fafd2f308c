package jp.chukan.gateway.observation;

import static io.opentelemetry.api.trace.SpanKind.CLIENT;
import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static io.opentelemetry.api.trace.SpanKind.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("トレース")
class TracesIT {
  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final String STRANGE_TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final ObservationBed bed = new ObservationBed();

  @Test
  @DisplayName("受付から回答の送信までが一つのトレースになる")
  void oneTraceLeadsFromTheDoorThroughTheQueuesToThePostOfTheAnswer() throws Exception {
    Set<String> before = bed.spans().stream().map(SpanData::getTraceId).collect(Collectors.toSet());
    bed.provide();
    List<SpanData> trace =
        await().atMost(AT_MOST).until(() -> traceOfDoor(before), spans -> hasPost(spans));
    Map<String, SpanData> byId =
        trace.stream().collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));

    SpanData post =
        trace.stream()
            .filter(TracesIT::isPost)
            .filter(span -> byId.containsKey(span.getParentSpanId()))
            .findFirst()
            .orElseThrow();
    SpanData sending = parent(byId, post);
    assertThat(sending.getName()).isEqualTo("send-answer");
    assertThat(sending.getKind()).isEqualTo(CONSUMER);
    SpanData deciding = parent(byId, sending);
    assertThat(deciding.getName()).isEqualTo("receive-provision-request");
    assertThat(deciding.getAttributes().get(AttributeKey.stringKey("institution")))
        .isEqualTo("0220104202101700");
    SpanData door = parent(byId, deciding);
    assertThat(door.getKind()).isEqualTo(SERVER);
    assertThat(door.getName()).contains("/network/{institution}/provision-requests");
    assertThat(door.getParentSpanId()).isEqualTo("0000000000000000");

    List<String> statements =
        trace.stream()
            .filter(span -> parentIs(span, deciding))
            .map(span -> span.getAttributes().get(AttributeKey.stringKey("jdbc.query[0]")))
            .filter(statement -> statement != null)
            .toList();
    assertThat(statements).anySatisfy(text -> assertThat(text).contains("insert into outbox"));
    assertThat(trace)
        .flatExtracting(span -> span.getAttributes().asMap().keySet())
        .extracting(AttributeKey::getKey)
        .noneMatch(key -> key.startsWith("jdbc.params"));
  }

  @Test
  @DisplayName("残さないトレースの接続を素通しにする")
  void thePoolIsWatchedOnlyWhereATraceIsKept() {
    assertThat(bed.gateway.context().getBean(DataSource.class))
        .isInstanceOf(WatchedStatements.WatchedWhereWanted.class);
  }

  @Test
  @DisplayName("外部が示すトレースは引き継がない")
  void whatAStrangerSaysOfATraceIsNotTaken() throws Exception {
    int status =
        bed.gateway
            .client("municipal-client-0220104202101700")
            .send(
                HttpRequest.newBuilder(bed.gateway.uri("/municipal/inquiries"))
                    .header("Content-Type", "application/xml")
                    .header("traceparent", "00-" + STRANGE_TRACE + "-b7ad6b7169203331-01")
                    .POST(BodyPublishers.ofString("<nothing/>"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    assertThat(status).isEqualTo(400);
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(bed.spans())
                    .extracting(SpanData::getName)
                    .contains("http post /municipal/inquiries"));
    assertThat(bed.spans()).extracting(SpanData::getTraceId).doesNotContain(STRANGE_TRACE);
  }

  private List<SpanData> traceOfDoor(Set<String> before) {
    List<SpanData> spans = bed.spans();
    return spans.stream()
        .filter(span -> span.getKind() == SERVER)
        .filter(span -> span.getName().contains("/provision-requests"))
        .map(SpanData::getTraceId)
        .filter(id -> !before.contains(id))
        .findFirst()
        .map(id -> spans.stream().filter(span -> span.getTraceId().equals(id)).toList())
        .orElse(List.of());
  }

  /** The span of what does the sending ends after that of what it sends. */
  private static boolean hasPost(List<SpanData> spans) {
    return spans.stream()
        .filter(TracesIT::isPost)
        .anyMatch(
            post ->
                spans.stream().anyMatch(span -> span.getSpanId().equals(post.getParentSpanId())));
  }

  private static boolean isPost(SpanData span) {
    return span.getKind() == CLIENT && span.getName().equals("HTTP POST");
  }

  private static SpanData parent(Map<String, SpanData> byId, SpanData span) {
    return Objects.requireNonNull(byId.get(span.getParentSpanId()), "parent of " + span.getName());
  }

  private static boolean parentIs(SpanData span, SpanData parent) {
    return span.getParentSpanId().equals(parent.getSpanId());
  }
}
