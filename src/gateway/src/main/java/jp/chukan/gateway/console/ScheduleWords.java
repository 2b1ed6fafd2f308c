package jp.chukan.gateway.console;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.chukan.gateway.job.JobSchedule;

/**
 * When a job runs, for people.
 *
 * @param key of the message
 * @param value what stands in it: a number, a time of the day, or an expression
 */
record ScheduleWords(String key, String value) {
  private static final Pattern DAILY = Pattern.compile("0 ([0-9]{1,2}) ([0-9]{1,2}) \\* \\* \\*");
  private static final long MILLIS = 1_000;
  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;

  static ScheduleWords of(JobSchedule schedule) {
    return switch (schedule) {
      case JobSchedule.Every every -> of(every.interval());
      case JobSchedule.At at -> of(at.expression().toString());
      case JobSchedule.OnDemand none -> new ScheduleWords("job.schedule.onDemand", "");
    };
  }

  /** In the largest unit that leaves nothing over. */
  private static ScheduleWords of(Duration interval) {
    long seconds = interval.toSeconds();
    if (interval.toMillis() % MILLIS != 0) {
      return new ScheduleWords("job.schedule.millis", String.valueOf(interval.toMillis()));
    }
    if (seconds % HOUR == 0) {
      return new ScheduleWords("job.schedule.hours", String.valueOf(seconds / HOUR));
    }
    return seconds % MINUTE == 0
        ? new ScheduleWords("job.schedule.minutes", String.valueOf(seconds / MINUTE))
        : new ScheduleWords("job.schedule.seconds", String.valueOf(seconds));
  }

  private static ScheduleWords of(String cron) {
    Matcher daily = DAILY.matcher(cron);
    return daily.matches()
        ? new ScheduleWords(
            "job.schedule.daily",
            "%02d:%02d"
                .formatted(Integer.parseInt(daily.group(2)), Integer.parseInt(daily.group(1))))
        : new ScheduleWords("job.schedule.cron", cron);
  }
}
