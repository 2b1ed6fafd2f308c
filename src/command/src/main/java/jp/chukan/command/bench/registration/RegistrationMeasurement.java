package jp.chukan.command.bench.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.MemoryUse;
import jp.chukan.command.bench.measuring.ProcessUse;

/**
 * What one run showed.
 *
 * @param records records sent
 * @param accepted records accepted
 * @param messages that they came in, one after the other
 * @param attachmentBytes size of all attachments
 * @param millis from the first byte of a message to its answer, of all of them
 * @param processorMillisEach of a record, by name of the process
 * @param databaseBytesEach growth of the gateway's database
 * @param memory of both sides from the first byte sent to the last answer
 * @param rowBytes average size of a stored row
 * @param floor beside the COPY of as many rows of that size
 */
record RegistrationMeasurement(
    int records,
    int accepted,
    int messages,
    long attachmentBytes,
    long millis,
    SortedMap<String, Double> processorMillisEach,
    long databaseBytesEach,
    MemoryUse memory,
    int rowBytes,
    Floor floor)
    implements Measurement {

  RegistrationMeasurement {
    processorMillisEach = new TreeMap<>(processorMillisEach);
  }

  /** Whether every record was taken. */
  @Override
  public boolean isValid() {
    return accepted == records;
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        Figures.format(
            "registration  %,d records (%.1f MB) in %.1f s: %,.0f records/s, %,d accepted",
            records,
            Figures.megabytes(attachmentBytes),
            Figures.seconds(millis),
            floor.perSecond(),
            accepted));
    lines.add(ProcessUse.line(processorMillisEach));
    lines.add(Figures.format("disk          %,d bytes of the database each", databaseBytesEach));
    lines.addAll(memory.lines());
    lines.addAll(
        floor.lines(
            Figures.format("COPY of as many rows of %d bytes into a plain table", rowBytes)));
    return lines;
  }

  @Override
  public ObjectNode json() {
    return Figures.object(this);
  }
}
