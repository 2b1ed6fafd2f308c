package jp.chukan.gateway.observation;

import java.time.Instant;
import java.util.List;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.operation.QueueDepths.QueueDepth;
import org.springframework.stereotype.Component;

/** How much waits in each queue, and for how long. */
@Component
final class QueueLook implements PlantLook {
  private final QueueDepths queues;

  QueueLook(QueueDepths queues) {
    this.queues = queues;
  }

  @Override
  public String part() {
    return "queues";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    List<QueueDepth> depths = queues.all();
    if (depths.isEmpty()) {
      throw new IllegalStateException("the broker does not answer");
    }
    for (QueueDepth depth : depths) {
      reading.put(PlantMetric.QUEUE_MESSAGES, depth.waiting(), "queue", depth.queue());
      Instant oldest = depth.oldest();
      reading.putSeconds(
          PlantMetric.QUEUE_AGE, oldest == null ? now : oldest, now, "queue", depth.queue());
    }
  }
}
