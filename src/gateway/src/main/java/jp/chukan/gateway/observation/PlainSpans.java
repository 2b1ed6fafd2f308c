package jp.chukan.gateway.observation;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Hands spans on with the attributes that are known to say nothing of anybody. Addresses hold
 * numbers of exchanges, and texts of exceptions quote what came, so that neither leaves; of an
 * exception its kind does.
 */
final class PlainSpans implements SpanExporter {
  private static final Set<String> KNOWN =
      Set.of(
          "method",
          "status",
          "outcome",
          "uri",
          "exception",
          "target.scheme",
          "target.host",
          "target.port",
          "institution",
          "exception.type",
          "jdbc.datasource.name",
          "jdbc.datasource.pool",
          "jdbc.row-affected",
          "jdbc.row-count");
  private static final String STATEMENT = "jdbc.query[";

  private final SpanExporter next;

  PlainSpans(SpanExporter next) {
    this.next = next;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return next.export(spans.stream().<SpanData>map(PlainSpan::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return next.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return next.shutdown();
  }

  private static Attributes plain(Attributes attributes) {
    return attributes.toBuilder().removeIf(key -> !isKnown(key)).build();
  }

  private static boolean isKnown(AttributeKey<?> key) {
    return KNOWN.contains(key.getKey()) || key.getKey().startsWith(STATEMENT);
  }

  private static final class PlainSpan extends DelegatingSpanData {
    private final Attributes attributes;
    private final List<EventData> events;

    PlainSpan(SpanData span) {
      super(span);
      this.attributes = plain(span.getAttributes());
      this.events =
          span.getEvents().stream()
              .map(
                  event ->
                      EventData.create(
                          event.getEpochNanos(), event.getName(), plain(event.getAttributes())))
              .toList();
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
      return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
      return events;
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }
  }
}
