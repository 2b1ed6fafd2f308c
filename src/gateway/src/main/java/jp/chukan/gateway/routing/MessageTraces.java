package jp.chukan.gateway.routing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.HashMap;
import java.util.Map;
import jp.chukan.gateway.kernel.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries traces over the queues and the outbox of this server. What a peer says of traces of its
 * own is neither taken nor told: its numbers could be anybody's, and its wish to be traced is not
 * an order.
 */
@Component
class MessageTraces implements CurrentTrace {
  /** Header of a message, as W3C Trace Context names it. */
  static final String TRACE_PARENT = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  MessageTraces(Tracer tracer, io.opentelemetry.api.trace.Tracer telemetry) {
    this.tracer = tracer;
    this.propagator =
        new OtelPropagator(
            ContextPropagators.create(W3CTraceContextPropagator.getInstance()), telemetry);
  }

  @Override
  public @Nullable String traceParent() {
    TraceContext context = tracer.currentTraceContext().context();
    if (context == null) {
      return null;
    }
    Map<String, String> written = new HashMap<>();
    propagator.inject(context, written, (carrier, key, value) -> written.put(key, value));
    return written.get(TRACE_PARENT);
  }

  /**
   * Begins work on a message.
   *
   * @param traceParent of what put it there, null to begin a trace
   * @param name of the work
   */
  Work begin(@Nullable String traceParent, String name) {
    Span span =
        propagator
            .extract(
                new HashMap<>(traceParent == null ? Map.of() : Map.of(TRACE_PARENT, traceParent)),
                (written, key) -> written.get(key))
            .kind(Span.Kind.CONSUMER)
            .name(name)
            .start();
    return new Work(span, tracer.withSpan(span));
  }

  /** Work of this thread, until it is ended there. */
  record Work(Span span, Tracer.SpanInScope scope) {

    void end(@Nullable Throwable failure) {
      if (failure != null) {
        span.error(failure);
      }
      scope.close();
      span.end();
    }
  }
}
