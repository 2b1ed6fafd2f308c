package jp.chukan.gateway.operation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much waits in the queues of the broker; nothing of what the messages say. */
public interface QueueDepths {

  /**
   * @param queue its name
   * @param waiting messages in it
   * @param retrying those of them that failed and wait to be tried again
   * @param consumers who take from it
   * @param oldest since when its first message has waited, null when it is empty
   */
  record QueueDepth(
      String queue, long waiting, long retrying, int consumers, @Nullable Instant oldest) {}

  /** Every queue by name; empty while the broker does not answer. */
  List<QueueDepth> all();
}
