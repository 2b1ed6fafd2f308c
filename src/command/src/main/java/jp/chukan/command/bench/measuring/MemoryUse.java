package jp.chukan.command.bench.measuring;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How the memory of both sides went while something large was handed over.
 *
 * @param gatewayHeap in use at the gateway
 * @param gatewayResident of the gateway in memory (RSS)
 * @param clientHeap in use of the process that sends
 * @param highest of the gateway's heap, and what it may have
 */
public record MemoryUse(
    Course gatewayHeap, Course gatewayResident, Course clientHeap, HeapReading highest) {

  static MemoryUse of(List<MemoryWatch.Sample> samples) {
    return new MemoryUse(
        course(samples, one -> one.gatewayHeap().used()),
        course(samples, MemoryWatch.Sample::gatewayResident),
        course(samples, MemoryWatch.Sample::clientHeap),
        samples.stream()
            .map(MemoryWatch.Sample::gatewayHeap)
            .reduce(HeapReading.NONE, HeapReading::orHigher));
  }

  private static Course course(
      List<MemoryWatch.Sample> samples, ToLongFunction<MemoryWatch.Sample> bytes) {
    return Course.of(samples.stream().map(bytes::applyAsLong).toList());
  }

  public List<String> lines() {
    return List.of(
        highest.line("gateway"),
        gatewayHeap.line("gateway heap"),
        gatewayResident.line("gateway RSS"),
        clientHeap.line("client heap"));
  }
}
