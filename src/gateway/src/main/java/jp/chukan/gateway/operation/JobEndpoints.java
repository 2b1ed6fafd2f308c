package jp.chukan.gateway.operation;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.job.JobOverview;
import jp.chukan.gateway.job.JobRun;
import jp.chukan.gateway.job.JobSchedule;
import jp.chukan.gateway.job.JobState;
import jp.chukan.gateway.job.RunState;
import jp.chukan.gateway.job.ScheduledView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 「バッチ稼働状況」: how every job of every institution stands, for the operator's own tools (MS-79). */
@RestController
class JobEndpoints {
  private final JobOverview jobs;

  JobEndpoints(JobOverview jobs) {
    this.jobs = jobs;
  }

  /**
   * A job of an institution.
   *
   * @param job its name
   * @param schedule an ISO 8601 duration, times as cron writes them, or null for what runs only
   *     when asked for
   * @param outcome of the last run, null before there was one
   * @param failures in a row
   * @param next null for what runs every few minutes or only when asked for
   */
  record JobStateView(
      InstitutionCode institution,
      String job,
      @Nullable String schedule,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Instant succeededAt,
      @Nullable RunState outcome,
      long done,
      @Nullable String error,
      int failures,
      @Nullable Instant failingSince,
      @Nullable Instant next,
      @Nullable OpenRunView open) {

    static JobStateView of(ScheduledView view) {
      JobState state = view.state();
      return new JobStateView(
          view.key().institution(),
          view.key().job().id(),
          written(view.schedule()),
          state.startedAt(),
          state.endedAt(),
          state.succeededAt(),
          state.outcome(),
          state.done(),
          state.error(),
          state.failures(),
          state.failingSince(),
          view.next(),
          view.open() == null ? null : OpenRunView.of(view.open()));
    }

    private static @Nullable String written(JobSchedule schedule) {
      return switch (schedule) {
        case JobSchedule.Every every -> every.interval().toString();
        case JobSchedule.At at -> at.expression().toString();
        case JobSchedule.OnDemand none -> null;
      };
    }
  }

  /**
   * A run that is under way or was asked for.
   *
   * @param whole how many things there are to do, null when it is not known
   */
  record OpenRunView(
      RunState state,
      @Nullable String node,
      @Nullable Instant startedAt,
      long done,
      @Nullable Long whole) {

    static OpenRunView of(JobRun run) {
      return new OpenRunView(run.state(), run.node(), run.startedAt(), run.done(), run.whole());
    }
  }

  @GetMapping(path = "/operation/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
  List<JobStateView> all() {
    return jobs.institutions().stream()
        .flatMap(institution -> jobs.of(institution).stream())
        .map(JobStateView::of)
        .toList();
  }
}
