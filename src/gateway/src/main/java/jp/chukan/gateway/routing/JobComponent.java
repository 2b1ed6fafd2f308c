package jp.chukan.gateway.routing;

import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.job.Job;
import jp.chukan.gateway.job.JobKey;
import jp.chukan.gateway.job.JobTurns;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Routes that begin with {@code job:} and a name of {@link Job} are jobs: guarded against running
 * twice, followed, kept in a history, run by hand. Their parameters say when:
 *
 * <ul>
 *   <li>{@code every} milliseconds, or a time with its unit
 *   <li>{@code cron} times of the day in Japan, as Spring reads them
 *   <li>neither, or empty: only when somebody asks
 *   <li>{@code institution} for whom; who runs the platform where there is none
 * </ul>
 *
 * The steps find the institution as the body and the progress as property {@code Progress}.
 */
@Component("job")
final class JobComponent extends DefaultComponent {
  private final JobTurns turns;
  private final InstitutionCode platform;

  JobComponent(JobTurns turns, @Value("${chukan.console.platform}") String platform) {
    this.turns = turns;
    this.platform = new InstitutionCode(platform);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    Job job =
        Job.of(name).orElseThrow(() -> new IllegalArgumentException("there is no job " + name));
    String institution = text(parameters, "institution");
    return new JobEndpoint(
        uri,
        this,
        new JobKey(job, institution.isEmpty() ? platform : new InstitutionCode(institution)),
        JobEndpoint.schedule(text(parameters, "every"), text(parameters, "cron")),
        turns);
  }

  private static String text(Map<String, Object> parameters, String name) {
    Object value = parameters.remove(name);
    return value == null ? "" : value.toString().strip();
  }
}
