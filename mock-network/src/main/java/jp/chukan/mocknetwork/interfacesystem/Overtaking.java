package jp.chukan.mocknetwork.interfacesystem;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/** Holds messages to a provider until a later one has overtaken them, or nobody came. */
final class Overtaking {
  private static final long AT_MOST_SECONDS = 5;
  private final Map<InstitutionCode, Queue<CompletableFuture<@Nullable Void>>> held =
      new ConcurrentHashMap<>();

  /** Completes when the message may go. */
  CompletableFuture<@Nullable Void> hold(InstitutionCode provider) {
    var waiting = new CompletableFuture<@Nullable Void>();
    held.computeIfAbsent(provider, key -> new ConcurrentLinkedQueue<>()).add(waiting);
    return waiting.completeOnTimeout(null, AT_MOST_SECONDS, TimeUnit.SECONDS);
  }

  void release(InstitutionCode provider) {
    Queue<CompletableFuture<@Nullable Void>> queue = held.get(provider);
    if (queue == null) {
      return;
    }
    for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      waiting.complete(null);
    }
  }
}
