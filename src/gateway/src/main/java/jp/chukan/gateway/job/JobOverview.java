package jp.chukan.gateway.job;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The jobs, to look at. */
@Component
public class JobOverview {
  private final JobTurns turns;
  private final JobStates states;
  private final JobRuns runs;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  JobOverview(
      JobTurns turns,
      JobStates states,
      JobRuns runs,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.turns = turns;
    this.states = states;
    this.runs = runs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** For whom there are jobs. */
  public List<InstitutionCode> institutions() {
    return turns.all().stream()
        .map(job -> job.key().institution())
        .distinct()
        .sorted(Comparator.comparing(InstitutionCode::value))
        .toList();
  }

  /** Whether there is such a job. */
  public boolean has(JobKey key) {
    return turns.find(key).isPresent();
  }

  /** Those of one institution; opens a transaction of it. */
  public List<ScheduledView> of(InstitutionCode institution) {
    return transactions.within(
        institution,
        () -> {
          Map<Job, JobState> known = states.all();
          // what runs rather than what waits behind it
          Map<Job, JobRun> open =
              runs.open().stream()
                  .collect(
                      Collectors.toMap(
                          JobRun::job,
                          Function.identity(),
                          (one, other) -> one.state() == RunState.RUNNING ? one : other));
          return turns.all().stream()
              .filter(job -> job.key().institution().equals(institution))
              .sorted(Comparator.comparing(job -> job.key().job()))
              .map(job -> view(job, known.get(job.key().job()), open.get(job.key().job())))
              .toList();
        });
  }

  private ScheduledView view(ScheduledJob job, @Nullable JobState known, @Nullable JobRun open) {
    JobState state = known == null ? JobState.fresh(clock.instant()) : known;
    return new ScheduledView(
        job.key(),
        job.schedule(),
        state,
        open,
        job.schedule().isFrequent() ? null : state.next(job.schedule()).orElse(null));
  }

  /** One of them; opens a transaction of its institution. */
  public Optional<ScheduledView> find(JobKey key) {
    return of(key.institution()).stream().filter(view -> view.key().equals(key)).findFirst();
  }

  /** Its runs, the newest first; opens a transaction of its institution. */
  public List<JobRun> runs(JobKey key, int skip, int most) {
    return transactions.within(key.institution(), () -> runs.page(key.job(), skip, most));
  }

  /** How many fail of one institution; opens a transaction of it. */
  public long failing(InstitutionCode institution) {
    return of(institution).stream().filter(view -> view.state().isFailing()).count();
  }
}
