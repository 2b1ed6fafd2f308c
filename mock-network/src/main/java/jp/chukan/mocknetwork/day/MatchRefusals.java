package jp.chukan.mocknetwork.day;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.chukan.mocknetwork.day.DayReport.Refusals;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;

/** Holds the refusals in the log one to one against those that the scenes wanted (JN-12). */
final class MatchRefusals {
  private MatchRefusals() {}

  /**
   * @param logged every communication of the day that was refused
   * @param ofOutage whether it was because the receiver was out of order
   */
  static Refusals match(
      List<ProvokedRefusal> provoked,
      List<Communication> logged,
      Predicate<Communication> ofOutage) {
    List<ProvokedRefusal> missing = new ArrayList<>(provoked);
    List<String> surplus = new ArrayList<>();
    int duringOutages = 0;
    for (Communication one : logged) {
      var refusal = new ProvokedRefusal(one.to(), one.message(), one.fault().orElseThrow());
      if (missing.remove(refusal)) {
        continue;
      }
      if (ofOutage.test(one)) {
        duringOutages++;
      } else {
        surplus.add(one.from() + " → " + told(refusal));
      }
    }
    return new Refusals(
        provoked.size(),
        provoked.size() - missing.size(),
        duringOutages,
        missing.stream().map(MatchRefusals::told).toList(),
        surplus);
  }

  private static String told(ProvokedRefusal refusal) {
    return "%s %s %s".formatted(refusal.by(), refusal.message(), refusal.fault());
  }
}
