package jp.chukan.command.bench.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.command.bench.measuring.ProcessUse;

/**
 * What one run showed.
 *
 * @param records records sent
 * @param accepted records accepted
 * @param attachmentBytes size of the attachment
 * @param millis from the first byte sent to the answer
 * @param processorMillisEach of a record, by name of the process
 * @param databaseBytesEach growth of the gateway's database
 * @param heap highest heap in use at the gateway
 * @param rowBytes average size of a stored row
 * @param floorMillis time of the COPY of as many rows of that size
 */
record RegistrationMeasurement(
    int records,
    int accepted,
    long attachmentBytes,
    long millis,
    SortedMap<String, Double> processorMillisEach,
    long databaseBytesEach,
    HeapReading heap,
    int rowBytes,
    long floorMillis)
    implements Measurement {

  RegistrationMeasurement {
    processorMillisEach = new TreeMap<>(processorMillisEach);
  }

  long recordsPerSecond() {
    return Figures.perSecond(records, millis);
  }

  long floorPerSecond() {
    return Figures.perSecond(records, floorMillis);
  }

  /** How many times the floor's time the whole way takes. */
  double ratio() {
    return Figures.ratio(millis, floorMillis);
  }

  /** Whether every record was taken. */
  @Override
  public boolean isValid() {
    return accepted == records;
  }

  @Override
  public List<String> lines() {
    return List.of(
        Figures.format(
            "registration  %,d records (%.1f MB) in %.1f s: %,d records/s, %,d accepted",
            records,
            Figures.megabytes(attachmentBytes),
            Figures.seconds(millis),
            recordsPerSecond(),
            accepted),
        ProcessUse.line(processorMillisEach),
        Figures.format("disk          %,d bytes of the database each", databaseBytesEach),
        heap.line("gateway"),
        Figures.format(
            "floor         COPY of as many rows of %d bytes into a plain table in %.2f s: %,d rows/s",
            rowBytes, Figures.seconds(floorMillis), floorPerSecond()),
        Figures.format("ratio         %.1f times the floor's time", ratio()));
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object(this);
    root.put("recordsPerSecond", recordsPerSecond())
        .put("floorPerSecond", floorPerSecond())
        .put("ratio", ratio());
    return root;
  }
}
