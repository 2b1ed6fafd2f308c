package jp.chukan.gateway.routing;

import java.lang.reflect.UndeclaredThrowableException;
import jp.chukan.gateway.job.JobKey;
import jp.chukan.gateway.job.JobSchedule;
import jp.chukan.gateway.job.JobTurns;
import jp.chukan.gateway.kernel.JobProgress;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Offers the job a turn every so often; the steps of the route are its work. */
final class JobConsumer extends ScheduledPollConsumer {
  private static final long LOOK_MILLIS = 1_000;

  private final JobKey key;
  private final JobSchedule schedule;
  private final JobTurns turns;

  JobConsumer(
      JobEndpoint endpoint, Processor processor, JobKey key, JobSchedule schedule, JobTurns turns) {
    super(endpoint, processor);
    this.key = key;
    this.schedule = schedule;
    this.turns = turns;
    setInitialDelay(LOOK_MILLIS);
    setDelay(
        schedule instanceof JobSchedule.Every every && schedule.isFrequent()
            ? every.interval().toMillis()
            : LOOK_MILLIS);
  }

  @Override
  protected void doStart() throws Exception { // declared so by Camel
    turns.schedule(key, schedule);
    super.doStart();
  }

  @Override
  protected int poll() {
    return turns.turn(key, this::work) ? 1 : 0;
  }

  private void work(JobProgress progress) {
    Exchange exchange = createExchange(false);
    exchange.setProperty("Progress", progress);
    exchange.getIn().setBody(key.institution().value());
    try {
      getProcessor().process(exchange);
    } catch (Exception e) { // declared so by Camel
      exchange.setException(e);
    }
    Exception failure = exchange.getException();
    releaseExchange(exchange, false);
    switch (failure) {
      case null -> {}
      case RuntimeException unchecked -> throw unchecked;
      default -> throw new UndeclaredThrowableException(failure);
    }
  }

  @Override
  protected void doSuspend() throws Exception { // declared so by Camel
    turns.stop(key);
    super.doSuspend();
  }

  @Override
  protected void doResume() throws Exception { // declared so by Camel
    turns.schedule(key, schedule);
    super.doResume();
  }

  @Override
  protected void doStop() throws Exception { // declared so by Camel
    turns.stop(key);
    super.doStop();
  }
}
