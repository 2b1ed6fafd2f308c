package jp.chukan.command.inquiry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/**
 * What will become of inquiries, said before they leave: the country's providers decide by person
 * and information, the same every time.
 */
public final class Prediction {
  private final Map<Key, Map<Integer, String>> decisions;

  private Prediction(Map<Key, Map<Integer, String>> decisions) {
    this.decisions = decisions;
  }

  private record Key(InstitutionCode provider, SpecificPersonalInformationCode information) {}

  /** Asks the country what its providers will do about these persons. */
  public static Prediction of(Parties parties, ControlClient country) throws IOException {
    var decisions = new HashMap<Key, Map<Integer, String>>();
    for (var provider : country.get("/control/providers")) {
      var code = new InstitutionCode(provider.path("code").asText());
      for (var tuple : parties.tuples()) {
        var key = new Key(code, tuple.information());
        if (tuple.provider().equals(code) && !decisions.containsKey(key)) {
          decisions.put(key, decisions(parties, country, key));
        }
      }
    }
    return new Prediction(decisions);
  }

  private static Map<Integer, String> decisions(Parties parties, ControlClient country, Key key)
      throws IOException {
    var of = new HashMap<Integer, String>();
    country
        .get(
            "/control/providers/%s/decisions?municipality=%s&information=%s&from=0&to=%d"
                .formatted(
                    key.provider(),
                    parties.inquirer(),
                    key.information(),
                    parties.persons().size()))
        .path("residents")
        .forEach(
            resident -> of.put(resident.path("index").asInt(), resident.path("decision").asText()));
    return of;
  }

  /**
   * The state in which the line must end. A served municipality knows nothing of another one's
   * residents, and declines.
   */
  public String state(PlannedLine line) {
    return switch (line.expectation()) {
      case Expectation.RefusedHere refused -> "REFUSED";
      case Expectation.Unreadable unreadable -> "MALFORMED";
      case Expectation.Leaves(var tuple) -> state(tuple, line.person());
    };
  }

  private String state(PermittedTuple tuple, int person) {
    var ofProvider = decisions.get(new Key(tuple.provider(), tuple.information()));
    if (ofProvider == null) {
      return "DECLINED";
    }
    return switch (ofProvider.getOrDefault(person, "")) {
      case "PROVIDE" -> "PROVIDED";
      case "REFUSE" -> "DECLINED";
      case "HOLD", "STAY_SILENT" -> "UNANSWERED";
      default ->
          throw new IllegalStateException("nobody knows what " + tuple.provider() + " will do");
    };
  }

  /** How many lines of the file must end how. */
  public SortedMap<String, Integer> states(InquiryPlan plan) {
    var states = new TreeMap<String, Integer>();
    plan.lines().forEach(line -> states.merge(state(line), 1, Integer::sum));
    return states;
  }
}
