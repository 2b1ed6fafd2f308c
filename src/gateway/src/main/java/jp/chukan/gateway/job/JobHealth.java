package jp.chukan.gateway.job;

import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Says which jobs failed last; the server runs all the same. */
@Component("jobs")
final class JobHealth extends AbstractHealthIndicator {
  private static final Status FAILING = new Status("JOB_FAILED");

  private final JobOverview jobs;

  JobHealth(JobOverview jobs) {
    super("jobs cannot be looked into");
    this.jobs = jobs;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<String> failing =
        jobs.institutions().stream()
            .flatMap(institution -> jobs.of(institution).stream())
            .filter(view -> view.state().isFailing())
            .map(view -> view.key().toString())
            .toList();
    if (failing.isEmpty()) {
      health.up();
    } else {
      health.status(FAILING).withDetail("failing", failing);
    }
  }
}
