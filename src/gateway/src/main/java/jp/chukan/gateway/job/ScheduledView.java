package jp.chukan.gateway.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job of an institution, as it stands.
 *
 * @param schedule of this node
 * @param state how it stands
 * @param open the run that is under way or was asked for, null when there is none
 * @param next when it is due, null for what runs every few minutes or only when asked for
 */
public record ScheduledView(
    JobKey key,
    JobSchedule schedule,
    JobState state,
    @Nullable JobRun open,
    @Nullable Instant next) {}
