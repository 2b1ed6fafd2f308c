package jp.chukan.gateway.routing;

import java.time.temporal.ChronoUnit;
import jp.chukan.gateway.job.JobKey;
import jp.chukan.gateway.job.JobSchedule;
import jp.chukan.gateway.job.JobTurns;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.springframework.boot.convert.DurationStyle;

/** One job of one institution, as a route names it. */
final class JobEndpoint extends DefaultEndpoint {
  private final JobKey key;
  private final JobSchedule schedule;
  private final JobTurns turns;

  JobEndpoint(
      String uri, JobComponent component, JobKey key, JobSchedule schedule, JobTurns turns) {
    super(uri, component);
    this.key = key;
    this.schedule = schedule;
    this.turns = turns;
  }

  static JobSchedule schedule(String every, String cron) {
    if (!every.isEmpty() && !cron.isEmpty()) {
      throw new IllegalArgumentException("a job has one schedule, every or cron");
    }
    if (!every.isEmpty()) {
      return new JobSchedule.Every(DurationStyle.detectAndParse(every, ChronoUnit.MILLIS));
    }
    return cron.isEmpty() ? new JobSchedule.OnDemand() : JobSchedule.At.of(cron);
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception { // declared so by Camel
    JobConsumer consumer = new JobConsumer(this, processor, key, schedule, turns);
    configureConsumer(consumer);
    return consumer;
  }

  @Override
  public Producer createProducer() {
    throw new UnsupportedOperationException("a job is asked for, not sent to");
  }
}
