package jp.chukan.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param number of the run at its institution
 * @param askedBy null when the schedule wanted it
 * @param dueAt when the schedule wanted it, null when it did not
 * @param node on which it runs or ran, null while it waits
 * @param done how many things it did
 * @param whole how many there were to do, null when it is not known
 * @param error row of the catalogue, or name of the class of what went wrong; null when nothing did
 * @param times how often in a row it failed like this
 */
public record JobRun(
    long number,
    Job job,
    RunState state,
    @Nullable JobActor askedBy,
    @Nullable Instant dueAt,
    @Nullable String node,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    long done,
    @Nullable Long whole,
    @Nullable String error,
    int times,
    @Nullable JobActor cancelledBy) {}
