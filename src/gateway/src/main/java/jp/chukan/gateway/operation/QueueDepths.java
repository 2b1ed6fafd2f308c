package jp.chukan.gateway.operation;

import java.util.Comparator;
import java.util.List;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much waits in the queues of the embedded broker; nothing of what the messages say. */
@Component
public class QueueDepths {
  private final ObjectProvider<EmbeddedActiveMQ> broker;

  public QueueDepths(ObjectProvider<EmbeddedActiveMQ> broker) {
    this.broker = broker;
  }

  /**
   * @param queue its name
   * @param waiting messages in it
   * @param consumers who take from it
   */
  public record QueueDepth(String queue, long waiting, int consumers) {}

  /** Every queue by name; empty when the broker runs elsewhere, whose own console shows it. */
  public List<QueueDepth> all() {
    EmbeddedActiveMQ embedded = broker.getIfAvailable();
    if (embedded == null || embedded.getActiveMQServer().getPostOffice() == null) {
      return List.of();
    }
    return embedded
        .getActiveMQServer()
        .getPostOffice()
        .getAllBindings()
        .filter(LocalQueueBinding.class::isInstance)
        .map(binding -> ((LocalQueueBinding) binding).getQueue())
        .filter(queue -> !queue.isTemporary() && !queue.isInternalQueue())
        .map(QueueDepths::depth)
        .sorted(Comparator.comparing(QueueDepth::queue))
        .toList();
  }

  private static QueueDepth depth(Queue queue) {
    return new QueueDepth(
        queue.getName().toString(), queue.getMessageCount(), queue.getConsumerCount());
  }
}
