package jp.chukan.command.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a file of 「情報照会」 is.
 *
 * @param receptionNumber 「中間サーバー受付番号」
 * @param fileName its name
 * @param lines how many inquiries it holds
 * @param complete whether nothing will change any more
 * @param states how many lines stand how
 */
public record InquiryFileState(
    String receptionNumber,
    String fileName,
    int lines,
    boolean complete,
    SortedMap<String, Integer> states) {
  private static final Set<String> OPEN = Set.of("ACCEPTED", "SENT");

  public InquiryFileState {
    states = new TreeMap<>(states);
  }

  /** Lines of which nothing more will come. */
  @JsonIgnore
  public int ended() {
    return states.entrySet().stream()
        .filter(state -> !OPEN.contains(state.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many lines stand like this. */
  public int count(String state) {
    return states.getOrDefault(state, 0);
  }

  /** Counts by state, most frequent first. */
  public String summary() {
    return states.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(state -> "%,d %s".formatted(state.getValue(), state.getKey()))
        .collect(Collectors.joining(", "));
  }
}
