package jp.chukan.gateway.routing;

import java.util.HashMap;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.Flow;
import jp.chukan.gateway.kernel.Flows;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Hands work to the entrances of the routes. */
@Component
class CamelFlows implements Flows {
  private static final String INSTITUTION = "Institution";

  private final ProducerTemplate producer;
  private final MessageTraces traces;

  CamelFlows(ProducerTemplate producer, MessageTraces traces) {
    this.producer = producer;
    this.traces = traces;
  }

  @Override
  public void enqueue(Flow flow, InstitutionCode institution, byte[] body, String duplicateId) {
    // Each institution has an entrance and a queue of its own (MS-90).
    Map<String, Object> headers = new HashMap<>();
    headers.put(INSTITUTION, institution.value());
    headers.put("_AMQ_DUPL_ID", duplicateId);
    headers.put(MessageTraces.TRACE_PARENT, traces.traceParent());
    send("direct:" + flow.entrance() + "-" + institution.value(), body, headers);
  }

  @Override
  public <R> R call(Flow flow, InstitutionCode institution, Object body, Class<R> resultType) {
    return resultType.cast(
        send("direct:" + flow.entrance(), body, Map.of(INSTITUTION, institution.value())));
  }

  private Object send(String entrance, Object body, Map<String, Object> headers) {
    try {
      return producer.requestBodyAndHeaders(entrance, body, headers);
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
