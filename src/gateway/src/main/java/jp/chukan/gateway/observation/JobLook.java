package jp.chukan.gateway.observation;

import java.time.Instant;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.job.JobOverview;
import jp.chukan.gateway.job.JobState;
import jp.chukan.gateway.job.ScheduledView;
import org.springframework.stereotype.Component;

/** How each job stands. */
@Component
final class JobLook implements PlantLook {
  private final JobOverview jobs;

  JobLook(JobOverview jobs) {
    this.jobs = jobs;
  }

  @Override
  public String part() {
    return "jobs";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    for (InstitutionCode institution : jobs.institutions()) {
      jobs.of(institution).forEach(view -> put(reading, view, now));
    }
  }

  /** What never succeeded is as old as the time since when it is looked after. */
  private static void put(PlantReading reading, ScheduledView view, Instant now) {
    JobState state = view.state();
    String[] tags = {"institution", view.key().institution().value(), "job", view.key().job().id()};
    reading.putSeconds(
        PlantMetric.JOB_AGE,
        Objects.requireNonNullElse(state.succeededAt(), state.since()),
        now,
        tags);
    reading.put(PlantMetric.JOB_FAILURES, state.failures(), tags);
    state
        .next(view.schedule())
        .ifPresent(due -> reading.putSeconds(PlantMetric.JOB_OVERDUE, due, now, tags));
  }
}
