package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a process spent its processor time, from samples of its threads.
 *
 * @param samples how many
 * @param libraries by whose code ran: the innermost frame that is not the JDK's
 * @param steps by the class of this project that asked for it: the innermost such frame
 */
public record Hotspots(long samples, List<Share> libraries, List<Share> steps) {
  private static final String OWN = "jp.chukan.";
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final int PARTS_OF_A_LIBRARY = 3;
  private static final int SHOWN = 12;

  /** What the platform does for whoever called it. */
  private static final List<String> PLATFORM = List.of("java.", "javax.", "jdk.", "sun.");

  public Hotspots {
    libraries = List.copyOf(libraries);
    steps = List.copyOf(steps);
  }

  /**
   * A part of all samples.
   *
   * @param what package or class
   * @param share between 0 and 1
   */
  public record Share(String what, double share) {
    @Override
    public String toString() {
      return Figures.format("%s %.0f %%", what, share * 100);
    }
  }

  static Hotspots of(Path recording) throws IOException {
    Map<String, Long> libraries = new HashMap<>();
    Map<String, Long> steps = new HashMap<>();
    long samples = 0;
    try (var file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
          var types = types(event);
          samples++;
          count(libraries, types.stream().filter(Hotspots::isOfALibrary), Hotspots::library);
          count(steps, types.stream().filter(type -> type.startsWith(OWN)), Hotspots::simpleName);
        }
      }
    }
    return new Hotspots(samples, shares(libraries, samples), shares(steps, samples));
  }

  private static List<String> types(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(RecordedFrame::getMethod)
        .map(RecordedMethod::getType)
        .map(type -> type.getName())
        .toList();
  }

  private static void count(
      Map<String, Long> counts, Stream<String> candidates, Function<String, String> name) {
    counts.merge(candidates.findFirst().map(name).orElse("JDK alone"), 1L, Long::sum);
  }

  private static boolean isOfALibrary(String type) {
    return PLATFORM.stream().noneMatch(type::startsWith);
  }

  private static String library(String type) {
    var parts = type.split("\\.");
    return Stream.of(parts)
        .limit(Math.min(PARTS_OF_A_LIBRARY, parts.length - 1L))
        .collect(Collectors.joining("."));
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
  }

  private static List<Share> shares(Map<String, Long> counts, long samples) {
    return counts.entrySet().stream()
        .map(each -> new Share(each.getKey(), (double) each.getValue() / samples))
        .sorted(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::what))
        .toList();
  }

  /**
   * @param whose the process
   */
  public List<String> lines(String whose) {
    var lines = new ArrayList<String>();
    lines.add(Figures.format("profile       %s, %,d samples", whose, samples));
    lines.add("  libraries   " + first(libraries));
    lines.add("  steps       " + first(steps));
    return lines;
  }

  private static String first(List<Share> shares) {
    return shares.stream().limit(SHOWN).map(Share::toString).collect(Collectors.joining(", "));
  }
}
