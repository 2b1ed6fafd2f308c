package jp.chukan.command.bench.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.bench.measuring.Figures;
import jp.chukan.command.bench.measuring.Floor;
import jp.chukan.command.bench.measuring.HeapReading;
import jp.chukan.command.bench.measuring.Measurement;
import jp.chukan.contract.evidence.EvidenceFault;
import jp.chukan.contract.evidence.EvidenceReport;

/**
 * What one run showed.
 *
 * @param sound report about the file as it was sealed
 * @param changed report about the copy with one record changed
 * @param records records written
 * @param fileBytes size of the file
 * @param millis time of the verification
 * @param heap highest heap in use of this process meanwhile
 * @param floor beside unpacking the file and hashing it twice
 */
record VerificationMeasurement(
    EvidenceReport sound,
    EvidenceReport changed,
    int records,
    long fileBytes,
    long millis,
    HeapReading heap,
    Floor floor)
    implements Measurement {

  /** Whether everything was verified, and the changed record and nothing else was named. */
  @Override
  public boolean isValid() {
    return sound.isSound()
        && sound.leaves() == records
        && changed.findings().size() == 1
        && changed.findings().getFirst().fault() == EvidenceFault.RECORD_CHANGED
        && changed.findings().getFirst().from() == records / 2;
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        Figures.format(
            "verification  %,d records under %,d heads (%.1f MB) in %.1f s: %,.0f records/s",
            records,
            sound.heads(),
            Figures.megabytes(fileBytes),
            Figures.seconds(millis),
            floor.perSecond()));
    lines.add(heap.line("process"));
    lines.addAll(floor.lines("records unpacked and hashed twice"));
    lines.add(
        isValid()
            ? "valid         all sound; in the copy the one changed record was named"
            : "NOT VALID     what was found is not what was done");
    return lines;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Figures.object();
    root.put("records", records)
        .put("heads", sound.heads())
        .put("fileBytes", fileBytes)
        .put("millis", millis)
        .put("peakHeapBytes", heap.used())
        .put("largestHeapBytes", heap.largest())
        .set("floor", Figures.object(floor));
    return root;
  }
}
