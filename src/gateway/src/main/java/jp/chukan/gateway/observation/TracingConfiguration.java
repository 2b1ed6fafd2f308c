package jp.chukan.gateway.observation;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.tracing.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes a span, and what of it leaves the server. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  /** Nothing leaves but {@link PlainSpans}, wherever it goes. */
  @Bean
  SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(
        exporters.orderedStream().map(PlainSpans::new).map(SpanExporter.class::cast).toList());
  }

  /** Statements of work that is traced; the server's regular looks would be most of all. */
  @Bean
  ObservationPredicate statementsOfTracedWork(ObjectProvider<Tracer> tracer) {
    return (name, context) ->
        !name.startsWith("jdbc.") || tracer.stream().anyMatch(each -> each.currentSpan() != null);
  }
}
