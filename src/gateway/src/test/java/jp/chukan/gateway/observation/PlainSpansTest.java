package jp.chukan.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("送出するスパン")
class PlainSpansTest {
  private static final String SECRET = "架空の値";

  @Test // MS-93
  void nothingLeavesOfAnExceptionButItsKindAndNoAttributeThatIsNotKnown() {
    InMemorySpanExporter kept = InMemorySpanExporter.create();
    SpanData left;
    try (SdkTracerProvider tracing =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new PlainSpans(kept)))
            .build()) {
      Span span = tracing.get("test").spanBuilder("query").startSpan();
      span.setAttribute("http.url", "/console/" + SECRET);
      span.setAttribute("jdbc.params[0]", SECRET);
      span.setAttribute("jdbc.query[0]", "select ?");
      span.setAttribute("uri", "/console/{number}");
      span.recordException(new IllegalStateException(SECRET));
      span.setStatus(StatusCode.ERROR, SECRET);
      span.end();
      left = kept.getFinishedSpanItems().getFirst();
    }
    assertThat(left.getAttributes())
        .isEqualTo(
            Attributes.builder()
                .put("jdbc.query[0]", "select ?")
                .put("uri", "/console/{number}")
                .build());
    assertThat(left.getEvents())
        .singleElement()
        .extracting(EventData::getAttributes)
        .isEqualTo(
            Attributes.of(
                AttributeKey.stringKey("exception.type"), IllegalStateException.class.getName()));
    assertThat(left.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(left.getStatus().getDescription()).isEmpty();
  }
}
