package jp.chukan.mocknetwork.day;

import java.util.List;
import java.util.Map;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.scenario.CopiedFile.Comparison;

/**
 * What a day came to; says nothing about persons.
 *
 * @param day its date
 * @param seed by which it was drawn
 * @param events how many events of each kind happened, by their Japanese names
 * @param impossible kinds that found nobody to whom they could happen
 * @param links messages by link
 * @param scenes what was played
 * @param outages what was out of order for a while
 * @param refusals the refusals of the day beside those that were provoked
 * @param newcomers who came to the registers, and for how many of them the server gave a 処理通番
 * @param fed residents whom the 日次連携 brought once more
 * @param inquiries what came of the inquiries of ministries in the course of the day
 * @param comparisons every copy beside its original
 * @param border what crossed the border to the server
 * @param failures everything that is not as it must be; empty on a good day
 */
public record DayReport(
    String day,
    long seed,
    Map<String, Integer> events,
    Map<String, Integer> impossible,
    List<LinkTraffic> links,
    List<PlayedScene> scenes,
    List<Outage> outages,
    Refusals refusals,
    Newcomers newcomers,
    int fed,
    Inquiries inquiries,
    List<Comparison> comparisons,
    Border border,
    List<String> failures) {

  public DayReport {
    links = List.copyOf(links);
    scenes = List.copyOf(scenes);
    outages = List.copyOf(outages);
    comparisons = List.copyOf(comparisons);
    failures = List.copyOf(failures);
  }

  /** Whether everything was as it must be. */
  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * Messages of one link.
   *
   * @param link from whom to whom
   */
  public record LinkTraffic(String link, int messages, int refused) {}

  /**
   * A scene.
   *
   * @param at when, by the clock of the day
   * @param refusals how many it provoked
   * @param failure what went wrong; empty when nothing did
   */
  public record PlayedScene(String at, String system, String title, int refusals, String failure) {}

  /**
   * A system that was out of order.
   *
   * @param refused how many messages it did not take meanwhile
   */
  public record Outage(String system, String from, String to, int refused) {}

  /**
   * Refusals, held one to one against those that the scenes provoked.
   *
   * @param provoked by the scenes
   * @param matched of these, those that stand in the log
   * @param duringOutages because the receiver was out of order
   * @param missing provoked and not in the log
   * @param surplus in the log and provoked by nobody
   */
  public record Refusals(
      int provoked, int matched, int duringOutages, List<String> missing, List<String> surplus) {
    public Refusals {
      missing = List.copyOf(missing);
      surplus = List.copyOf(surplus);
    }
  }

  /**
   * People who came.
   *
   * @param residents how many have a 住民票 more
   * @param requested for how many persons 符号 were requested
   * @param refused for how many the server gave no number
   */
  public record Newcomers(int residents, int requested, int refused) {}

  /**
   * Inquiries in the course of the day.
   *
   * @param asked how many
   * @param equal answers that say what the 住民票 says
   * @param overtaken answers that do not, because the 住民票 has changed since
   * @param wrong everything else
   */
  public record Inquiries(int asked, int equal, int overtaken, int wrong) {}

  /**
   * What the watch of the border saw.
   *
   * @param messages how many
   * @param bytes how long they and their answers were
   * @param people how many people's numbers were searched for
   * @param seen by kind of message
   * @param found numbers of the country among it
   */
  public record Border(
      long messages,
      long bytes,
      long people,
      List<BorderWatch.Seen> seen,
      List<BorderWatch.Found> found) {
    public Border {
      seen = List.copyOf(seen);
      found = List.copyOf(found);
    }
  }
}
