package jp.chukan.gateway.job;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are looked after.
 *
 * @param node name of this node among the others; empty takes that of the machine and the process
 * @param history how long what came of runs is kept
 * @param runs how many runs of one job of one institution are kept at most
 */
@ConfigurationProperties("chukan.job")
public record JobSettings(
    @DefaultValue("") String node,
    @DefaultValue("90d") Period history,
    @DefaultValue("1000") int runs) {

  /**
   * @throws IllegalArgumentException so that the server does not start without a history
   */
  public JobSettings {
    if (history.toTotalMonths() == 0 && history.getDays() < 1 || runs < 1) {
      throw new IllegalArgumentException(
          "chukan.job: history is a day at least, runs is one at least");
    }
  }

  /** Name of this node. */
  String nodeName() {
    String name =
        node.isEmpty() ? MachineName.ofThisMachine() + ":" + ProcessHandle.current().pid() : node;
    return name.length() > 100 ? name.substring(0, 100) : name;
  }
}
