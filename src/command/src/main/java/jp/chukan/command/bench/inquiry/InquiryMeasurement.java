package jp.chukan.command.bench.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.OpenLoad;
import jp.chukan.command.bench.measuring.Percentiles;
import jp.chukan.command.bench.measuring.ProcessUse;
import jp.chukan.command.bench.measuring.Validity;

/**
 * What one run of 「情報照会」 showed.
 *
 * @param files files that were handed in at once
 * @param inquiries lines of all of them
 * @param states how many ended how
 * @param acceptMillis from the first byte sent until every file had its number
 * @param millis from the first byte sent until nothing was open
 * @param toResult from acceptance to result
 * @param provisions 「提供要求」 that came at the same time
 * @param processorMillisEach of a line, with the 提供要求 that came meanwhile, by name of the process
 * @param heap highest heap in use at the gateway
 * @param floor beside what cryptography and commits take for as many inquiries
 * @param validity whether the numbers mean anything
 */
record InquiryMeasurement(
    int files,
    int inquiries,
    SortedMap<String, Integer> states,
    long acceptMillis,
    long millis,
    Percentiles toResult,
    OpenLoad.Report provisions,
    SortedMap<String, Double> processorMillisEach,
    HeapReading heap,
    Floor floor,
    Validity validity)
    implements Measurement {

  InquiryMeasurement {
    states = new TreeMap<>(states);
    processorMillisEach = new TreeMap<>(processorMillisEach);
  }

  /** Whether the run counts. */
  @Override
  public boolean isValid() {
    return validity.valid();
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        Figures.format(
            "inquiry       %,d lines in %d files in %.1f s: %,.0f lines/s; %s",
            inquiries, files, Figures.seconds(millis), floor.perSecond(), counts()));
    lines.add(
        Figures.format(
            "acceptance    all files checked and taken after %.1f s",
            Figures.seconds(acceptMillis)));
    lines.add(
        Figures.format(
            "to result     half within %.1f s, 99 %% within %.1f s of the acceptance",
            Figures.seconds(toResult.p50Millis()), Figures.seconds(toResult.p99Millis())));
    lines.add(
        Figures.format(
            "provision     %,d 提供要求 at the same time, %,d answered; %s",
            provisions.asked(), provisions.provided(), provisions.times().line()));
    lines.add(ProcessUse.line(processorMillisEach));
    lines.add(heap.line("gateway"));
    lines.addAll(floor.lines("cryptography and one commit for as many inquiries"));
    lines.add(validity.line());
    return lines;
  }

  /** Most frequent first. */
  private String counts() {
    return states.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(state -> Figures.format("%,d %s", state.getValue(), state.getKey()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public ObjectNode json() {
    return Figures.object(this);
  }
}
