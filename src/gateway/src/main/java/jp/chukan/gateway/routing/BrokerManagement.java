package jp.chukan.gateway.routing;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.jspecify.annotations.Nullable;

/** Questions to the broker about itself, one after the other, in one session. */
final class BrokerManagement {
  private static final long PATIENCE = 2_000;

  private final Session session;
  private final TemporaryQueue answers;
  private final MessageProducer producer;
  private final MessageConsumer consumer;

  BrokerManagement(Session session) throws JMSException {
    this.session = session;
    this.answers = session.createTemporaryQueue();
    this.producer = session.createProducer(ActiveMQJMSClient.createQueue("activemq.management"));
    this.consumer = session.createConsumer(answers);
  }

  /** What an operation returns. */
  @Nullable Object ask(String resource, String operation, Object... parameters) throws Exception {
    Message question = session.createMessage();
    JMSManagementHelper.putOperationInvocation(question, resource, operation, parameters);
    return answer(question, operation);
  }

  /** The value of an attribute. */
  @Nullable Object read(String resource, String attribute) throws Exception {
    Message question = session.createMessage();
    JMSManagementHelper.putAttribute(question, resource, attribute);
    return answer(question, attribute);
  }

  private @Nullable Object answer(Message question, String what) throws Exception {
    question.setJMSReplyTo(answers);
    producer.send(question);
    Message answer = consumer.receive(PATIENCE);
    if (answer == null || !JMSManagementHelper.hasOperationSucceeded(answer)) {
      throw new IllegalStateException("no answer to " + what);
    }
    return JMSManagementHelper.getResult(answer);
  }
}
