package jp.chukan.gateway.job;

import java.time.InstantSource;
import java.time.Period;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.testing.TestDatabase;

/** The jobs of one node, of several on one database. */
public final class JobNode {
  public static final int MOST_RUNS = 20;

  public final JobTurns turns;
  public final JobOverview jobs;
  public final OrderJobs orders;
  final JobGuard guard;
  final FollowJobs follow;
  final SweepJobs sweep;
  final PruneJobRuns prune;

  public JobNode(TestDatabase database, String name, InstantSource clock) {
    JobSettings settings = new JobSettings(name, Period.ofDays(90), MOST_RUNS);
    JobStates states = new JobStates(database.jdbc());
    JobRuns runs = new JobRuns(database.jdbc());
    JobOrders asked = new JobOrders(database.jdbc());
    JobJournal journal =
        new JobJournal(states, runs, asked, settings, database.transactions(), clock);
    guard = new JobGuard(database.dataSource());
    turns = new JobTurns(guard, journal, clock);
    follow = new FollowJobs(turns, guard, journal);
    sweep = new SweepJobs(turns, journal, runs, database.transactions());
    prune = new PruneJobRuns(runs, settings, database.transactions(), clock);
    jobs = new JobOverview(turns, states, runs, database.transactions(), clock);
    orders =
        new OrderJobs(
            turns, runs, asked, new OperationLog(database.jdbc()), database.transactions(), clock);
  }
}
