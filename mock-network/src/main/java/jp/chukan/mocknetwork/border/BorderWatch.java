package jp.chukan.mocknetwork.border;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.Crossing.Way;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * Sees everything that crosses the border between country and server, while it is on. It keeps what
 * could be a number, and is asked afterwards whether one of the country's is among it: a number
 * that somebody gets only during the day is found as well (MS-31).
 */
@Component
public final class BorderWatch {
  private static final Pattern INSTITUTION = Pattern.compile("[0-9]{16}");
  private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** Where each was seen first; the message's address, which says nothing about a person. */
  private final Map<Long, String> recordCodes = new ConcurrentHashMap<>();

  private final Map<Long, String> individualNumbers = new ConcurrentHashMap<>();
  private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();
  private final List<Consumer<Crossing>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean on;

  private static final class Traffic {
    private final LongAdder messages = new LongAdder();
    private final LongAdder bytes = new LongAdder();
  }

  /**
   * What was seen of one kind of message.
   *
   * @param message way and address
   * @param messages how many
   * @param bytes how long they and their answers were
   */
  public record Seen(String message, long messages, long bytes) {}

  /**
   * A number that crossed the border; which one is not in it.
   *
   * @param kind 個人番号 or 住民票コード
   * @param message kind of message in which it was seen first
   */
  public record Found(String kind, String message) {}

  /** Watches from now on, and forgets what it saw before. */
  public void begin() {
    recordCodes.clear();
    individualNumbers.clear();
    traffic.clear();
    on = true;
  }

  public void end() {
    on = false;
  }

  public boolean isOn() {
    return on;
  }

  /**
   * A message crossed the border.
   *
   * @param party who sent or got it on the country's side; empty when the address says
   * @param path its address
   * @param taken whether it was taken
   * @param parts message and answer
   */
  public void crossed(Way way, String party, String path, boolean taken, byte[]... parts) {
    if (on) {
      String[] steps = path.split("[/?&=]", -1);
      String message =
          Stream.of(path.split("\\?", 2)[0].split("/"))
              .filter(step -> WORD.matcher(step).matches())
              .collect(Collectors.joining("/"));
      String institution =
          Stream.of(steps)
              .filter(step -> INSTITUTION.matcher(step).matches())
              .findFirst()
              .orElse("");
      see(way, institution.isEmpty() ? party : institution, message, taken, path, parts);
    }
  }

  /**
   * What was in an envelope, or is to be closed into one.
   *
   * @param party whose it is
   */
  public void enclosed(InstitutionCode party, String message, byte[] content) {
    if (on) {
      see(Way.IN_ENVELOPE, party.value(), message, true, "", content);
    }
  }

  private void see(
      Way way, String party, String message, boolean taken, String path, byte[]... parts) {
    var search =
        new NumbersInBytes(
            code -> recordCodes.putIfAbsent(code, message),
            number -> individualNumbers.putIfAbsent(number, message));
    search.search(path.getBytes(StandardCharsets.UTF_8));
    long bytes = 0;
    for (byte[] part : parts) {
      search.search(part);
      bytes += part.length;
    }
    Traffic one = traffic.computeIfAbsent(way + " " + message, key -> new Traffic());
    one.messages.increment();
    one.bytes.add(bytes);
    var crossing = new Crossing(way, party, message, bytes, taken);
    listeners.forEach(listener -> listener.accept(crossing));
  }

  /** What was seen since it was begun, by kind of message. */
  public List<Seen> seen() {
    Map<String, Traffic> sorted = new TreeMap<>(traffic);
    return sorted.entrySet().stream()
        .map(
            one ->
                new Seen(one.getKey(), one.getValue().messages.sum(), one.getValue().bytes.sum()))
        .toList();
  }

  /** Which numbers of the country crossed the border since it was begun. */
  public List<Found> found(Stream<IndividualNumber> numbers, Stream<ResidentRecordCode> codes) {
    List<Found> found = new ArrayList<>();
    numbers
        .distinct()
        .map(number -> individualNumbers.get(Long.valueOf(number.value())))
        .filter(message -> message != null)
        .forEach(message -> found.add(new Found("個人番号", message)));
    codes
        .distinct()
        .map(code -> recordCodes.get(Long.valueOf(code.value())))
        .filter(message -> message != null)
        .forEach(message -> found.add(new Found("住民票コード", message)));
    return found;
  }

  /**
   * Tells of every crossing from now on, while it is on.
   *
   * @return ends it
   */
  public Runnable follow(Consumer<Crossing> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
