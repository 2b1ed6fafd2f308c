package jp.chukan.command.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
 * @param peakHeapBytes highest heap in use of this process meanwhile
 * @param largestHeapBytes largest heap that it may have
 * @param floorMillis time to unpack the file and hash it twice
 */
record VerificationMeasurement(
    EvidenceReport sound,
    EvidenceReport changed,
    int records,
    long fileBytes,
    long millis,
    long peakHeapBytes,
    long largestHeapBytes,
    long floorMillis) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MEGABYTE = 1024.0 * 1024.0;

  /** Whether everything was verified, and the changed record and nothing else was named. */
  boolean isValid() {
    return sound.isSound()
        && sound.leaves() == records
        && changed.findings().size() == 1
        && changed.findings().getFirst().fault() == EvidenceFault.RECORD_CHANGED
        && changed.findings().getFirst().from() == records / 2;
  }

  long recordsPerSecond() {
    return Math.round(records * (double) Duration.ofSeconds(1).toMillis() / Math.max(1, millis));
  }

  /** How many times the floor's time the verification takes. */
  double ratio() {
    return (double) millis / Math.max(1, floorMillis);
  }

  List<String> lines() {
    return List.of(
        format(
            "verification  %,d records under %,d heads (%.1f MB) in %.1f s: %,d records/s",
            records, sound.heads(), fileBytes / MEGABYTE, seconds(millis), recordsPerSecond()),
        format(
            "heap          %.0f MB at most of the %.0f MB that the process may have",
            peakHeapBytes / MEGABYTE, largestHeapBytes / MEGABYTE),
        format(
            "floor         unpacked and hashed twice in %.1f s: ratio %.1f",
            seconds(floorMillis), ratio()),
        isValid()
            ? "valid         all sound; in the copy the one changed record was named"
            : "NOT VALID     what was found is not what was done");
  }

  void writeTo(Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("records", records)
        .put("heads", sound.heads())
        .put("fileBytes", fileBytes)
        .put("millis", millis)
        .put("recordsPerSecond", recordsPerSecond())
        .put("peakHeapBytes", peakHeapBytes)
        .put("largestHeapBytes", largestHeapBytes)
        .put("floorMillis", floorMillis)
        .put("ratio", ratio())
        .put("valid", isValid());
    JSON.writeValue(file.toFile(), root);
  }

  private static double seconds(long millis) {
    return millis / (double) Duration.ofSeconds(1).toMillis();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
