package jp.chukan.gateway.observation;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.tracing.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What becomes a span, and what of it leaves the server. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  /** Nothing leaves but {@link PlainSpans}, wherever it goes. */
  @Bean
  SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(
        exporters.orderedStream().map(PlainSpans::new).map(SpanExporter.class::cast).toList());
  }

  /** The doors are measured as requests; each filter for itself is not. */
  @Bean
  SecurityObservationSettings noFilterIsObserved() {
    return SecurityObservationSettings.noObservations();
  }
}
