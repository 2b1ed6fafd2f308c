package jp.chukan.gateway.kernel;

import jp.chukan.contract.code.InstitutionCode;

/** How an edge hands work to a flow of {@code routes/} without knowing what carries it. */
public interface Flows {

  /**
   * Puts the bytes as they came on the institution's own durable queue of the flow; returns when
   * they are on disk.
   *
   * @param duplicateId the same for the same work: the queue keeps one of them
   */
  void enqueue(Flow flow, InstitutionCode institution, byte[] body, String duplicateId);

  /** Runs the flow now and hands back its result; failures of the flow are thrown as they are. */
  <R> R call(Flow flow, InstitutionCode institution, Object body, Class<R> resultType);
}
