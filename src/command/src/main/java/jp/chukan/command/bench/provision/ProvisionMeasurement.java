package jp.chukan.command.bench.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Hotspots;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;
import org.jspecify.annotations.Nullable;

/**
 * What one run of 「情報提供」 showed.
 *
 * @param scale what was asked, for how long
 * @param load how it went in the measured time
 * @param content how large the answers were that were opened, those of the warm-up among them
 * @param processorMillisEach by name of the process
 * @param residentBytes memory at the end, by name of the process
 * @param heap highest heap in use at the gateway
 * @param databaseBytesEach growth of the gateway's database
 * @param floor what was held beside what no provision can do without
 * @param peer what the peer printed, null when it was not measured
 * @param profile where the gateway spent its time, null when it was not recorded
 * @param validity whether the numbers mean anything
 */
record ProvisionMeasurement(
    ProvisionScale scale,
    OpenLoad.Report load,
    CarriedContent content,
    SortedMap<String, Double> processorMillisEach,
    SortedMap<String, Long> residentBytes,
    HeapReading heap,
    long databaseBytesEach,
    Floor floor,
    @Nullable JsonNode peer,
    @Nullable Hotspots profile,
    Validity validity)
    implements Measurement {

  /** What is not held at this share of what was due was not held. */
  private static final double HELD = 0.99;

  ProvisionMeasurement {
    processorMillisEach = new TreeMap<>(processorMillisEach);
    residentBytes = new TreeMap<>(residentBytes);
  }

  /** Whether the run counts, answers were as large as was wanted, and the rate was held. */
  @Override
  public boolean isValid() {
    return validity.valid() && content.isAll(scale.payloadBytes()) && isHeld();
  }

  /** Whether answers came as fast as inquiries were due. */
  boolean isHeld() {
    return load.perSecond() >= HELD * scale.perSecond();
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        Figures.format(
            "provision     %.0f/s of %d/s that were due, for %,d s; %s",
            load.perSecond(), scale.perSecond(), scale.seconds(), isHeld() ? "held" : "NOT HELD"));
    lines.add("times         " + load.times().line());
    lines.add(
        content.line()
            + (content.isAll(scale.payloadBytes())
                ? ""
                : Figures.format(", NOT THE %,d that were wanted", scale.payloadBytes())));
    lines.add(ProcessUse.line(processorMillisEach));
    lines.add(
        "memory        "
            + residentBytes.entrySet().stream()
                .map(
                    each ->
                        Figures.format(
                            "%s %.0f MB", each.getKey(), Figures.megabytes(each.getValue())))
                .collect(Collectors.joining(", ")));
    lines.add(heap.line("gateway"));
    lines.add(Figures.format("disk          %,d bytes of the database each", databaseBytesEach));
    lines.add(
        Figures.format(
            "floor         %.0f/s; %.2f of it held with network and inquirers beside the server",
            floor.floorPerSecond(), floor.share()));
    if (peer != null) {
      lines.add(peerLine(peer));
    }
    if (profile != null) {
      lines.addAll(profile.lines("gateway"));
    }
    lines.add(validity.line());
    return lines;
  }

  private String peerLine(JsonNode printed) {
    double rate = printed.path("perSecond").asDouble();
    return Figures.format(
        "peer          phase4: %.0f/s, p99 %.0f ms, %.2f ms of processor each; ours %.1f times its rate",
        rate,
        printed.path("p99Millis").asDouble(),
        printed.path("cpuMillisEach").asDouble(),
        load.perSecond() / rate);
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object(this);
    root.put("held", isHeld());
    return root;
  }
}
